import type { WebContents } from 'electron'

/** One that dies again and again is loaded ever less often, so that it does not take the machine with it. */
const patienceMs = 60_000
const longestWaitMs = 30_000

/**
 * Loads a page anew when its process died, after telling `onDied` why: a pop-up that is gone would miss calls without a word. The first
 * time in a minute it does so at once.
 */
export function revivePage(contents: WebContents, onDied: (reason: string) => void): void {
  let deathsMs: readonly number[] = []
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    onDied(reason)
    const nowMs = performance.now()
    deathsMs = [...deathsMs.filter((atMs) => nowMs - atMs < patienceMs), nowMs]
    const waitMs = deathsMs.length === 1 ? 0 : Math.min(longestWaitMs, 500 * 2 ** deathsMs.length)
    setTimeout(() => {
      if (!contents.isDestroyed()) contents.reload()
    }, waitMs)
  })
}
