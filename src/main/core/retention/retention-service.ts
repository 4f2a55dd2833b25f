import type { Clock, EventLedger, Log } from '../ports.ts'

const dayMs = 86_400_000
const firstAfterMs = 60_000
const everyMs = 6 * 3_600_000

/** Deletes what is older than the user wants to keep, a little after the start and some times a day. */
export interface RetentionService {
  start(): void
  /** Looks at once, as after the setting changed. */
  apply(): Promise<void>
  stop(): void
}

interface Dependencies {
  readonly ledger: Pick<EventLedger, 'forgetBefore'>
  readonly retentionDays: () => number | null
  readonly publishReplaced: () => void
  readonly clock: Clock
  readonly log: Log
}

export function createRetentionService(dependencies: Dependencies): RetentionService {
  const { ledger, retentionDays, publishReplaced, clock, log } = dependencies
  let cancelNext = (): void => undefined
  let running: Promise<void> | null = null
  let isStopped = false

  async function forget(): Promise<void> {
    const days = retentionDays()
    if (days === null) return
    await forgetBefore(clock.nowMs() - days * dayMs)
    publishReplaced()
  }

  /** Little by little, so that calls that come meanwhile do not wait. */
  async function forgetBefore(atMs: number): Promise<void> {
    const { isDone } = await ledger.forgetBefore(atMs)
    if (!isDone && !isStopped) await forgetBefore(atMs)
  }

  function apply(): Promise<void> {
    running ??= forget()
      .catch((error: unknown) => log.warn('What is too old could not be deleted', { error: String(error) }))
      .finally(() => {
        running = null
      })
    return running
  }

  const scheduleAfter = (delayMs: number): void => {
    cancelNext = clock.schedule(delayMs, () => {
      void apply()
      scheduleAfter(everyMs)
    })
  }

  return {
    start: () => scheduleAfter(firstAfterMs),
    apply,
    stop() {
      isStopped = true
      cancelNext()
    }
  }
}
