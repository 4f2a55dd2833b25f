/** After that a page that asks for nothing has drawn what it has. */
const quietMs = 300

/** What a page's requests tell of it: once it asks it hears events too, and once it stops asking it leaves time for others. */
export function watchAsking(): {
  note(): void
  readonly hasBegun: Promise<void>
  untilQuiet(): Promise<void>
} {
  const began = Promise.withResolvers<void>()
  let lastAskedMs = 0
  return {
    note() {
      lastAskedMs = performance.now()
      began.resolve()
    },
    hasBegun: began.promise,
    async untilQuiet() {
      await began.promise
      for (;;) {
        const restMs = lastAskedMs + quietMs - performance.now()
        if (restMs <= 0) return
        await new Promise((resolve) => setTimeout(resolve, restMs))
      }
    }
  }
}
