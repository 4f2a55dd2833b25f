import type { Reach } from '../../../shared/domain/reach.ts'
import type { Clock, EventLedger } from '../ports.ts'

const everyMs = 30_000

/** Writes down, twice a minute, that the app hears; where nothing stands, it did not. */
export function createListeningRecord(
  ledger: Pick<EventLedger, 'recordListening'>,
  reach: () => Reach,
  clock: Clock,
  /** Told after a time in which nothing could be heard. */
  onGap: () => void,
  onFailure: (error: unknown) => void
) {
  let cancelNext = (): void => undefined

  function record(): void {
    if (reach().state !== 'deaf') {
      ledger.recordListening(clock.nowMs()).then((isAfterGap) => isAfterGap && onGap(), onFailure)
    }
    cancelNext = clock.schedule(everyMs, record)
  }

  return { start: record, stop: () => cancelNext() }
}
