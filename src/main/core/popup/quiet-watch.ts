import { quietAt } from '../../../shared/domain/quiet.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type { Clock } from '../ports.ts'

/** Whether this app stays quiet now, and the word when that begins or ends. */
export interface QuietWatch {
  /** Null where it does not. */
  readonly untilMs: () => number | null
  readonly changed: Signal<void>
}

/** Timers take no more than 24 days at a time. */
const longestWaitMs = 86_400_000

export function createQuietWatch(
  settings: Pick<LiveValue<Pick<Settings, 'quietUntilMs'>>, 'get' | 'watch'>,
  clock: Clock
): QuietWatch {
  const changed = createSignal<void>()
  const untilMs = () => quietAt(settings.get().quietUntilMs, clock.nowMs())
  let last = untilMs()
  let cancelWait = (): void => undefined

  function look(): void {
    const now = untilMs()
    cancelWait()
    if (now !== null) {
      cancelWait = clock.schedule(Math.min(now - clock.nowMs(), longestWaitMs), look)
    }
    if (now === last) return
    last = now
    changed.emit()
  }

  settings.watch(look)
  look()
  return { untilMs, changed }
}
