const maxTurnMs = 10

/** Lets everything else that waits go first, between two pieces of long work. */
const yieldToOthers = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** Keeps long work in turns of a few milliseconds: where `isOver` says so, `next` lets others go first. */
export function createTurns(): { readonly isOver: () => boolean; readonly next: () => Promise<void> } {
  let beganAtMs = performance.now()
  return {
    isOver: () => performance.now() - beganAtMs >= maxTurnMs,
    async next() {
      await yieldToOthers()
      beganAtMs = performance.now()
    }
  }
}
