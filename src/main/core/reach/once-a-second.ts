import type { Clock } from '../ports.ts'

/** Does it a second after it was first asked for, however often it is asked for meanwhile. */
export function onceASecond(clock: Clock, task: () => void) {
  let cancel: (() => void) | null = null
  return {
    ask(): void {
      cancel ??= clock.schedule(1_000, () => {
        cancel = null
        task()
      })
    },
    stop(): void {
      cancel?.()
      cancel = null
    }
  }
}
