import type { Presence } from '../../../shared/domain/presence.ts'
import type { CallLedger, Clock, LedgerChanges } from '../ports.ts'
import { isSameSighting, type Sighting, sightingsIn } from './sightings.ts'

/** Presence is often read before the webhooks of a call are here, and some come only with a second try. */
const untoldForMs = 10_000

/** Tells the ledger of calls that presence shows and no webhook told of. */
export interface UntoldCallRevealer {
  /** Presence was read anew, changed or not. */
  presenceRead(presence: Presence): void
}

interface Dependencies {
  readonly ledger: Pick<CallLedger, 'observeCall'>
  readonly clock: Clock
  readonly newId: () => string
  readonly publish: (changes: LedgerChanges) => void
  /** What goes wrong beside everything else: a later reading tries again. */
  readonly onFailure: (error: unknown) => void
}

interface Watched {
  readonly sighting: Sighting
  readonly firstReadAtMs: number
  /** Whether the ledger was told, which knows best whether that is news; once is enough, also for a call that is then deleted. */
  isTold: boolean
}

export function createUntoldCallRevealer(dependencies: Dependencies): UntoldCallRevealer {
  const { ledger, clock, newId, publish, onFailure } = dependencies
  let watched: readonly Watched[] = []

  async function tell(call: Watched): Promise<void> {
    call.isTold = true
    try {
      const changes = await ledger.observeCall({ id: newId(), kind: 'seen', ...call.sighting })
      if (changes.calls.length > 0) publish(changes)
    } catch (error) {
      call.isTold = false
      onFailure(error)
    }
  }

  return {
    presenceRead(presence) {
      if (presence.detail !== 'with-calls' || presence.staleSinceMs !== null) return
      const nowMs = clock.nowMs()
      watched = sightingsIn(presence).map(
        (sighting) =>
          watched.find((it) => isSameSighting(it.sighting, sighting)) ?? {
            sighting,
            firstReadAtMs: nowMs,
            isTold: false
          }
      )
      for (const call of watched) {
        if (!call.isTold && nowMs - call.firstReadAtMs >= untoldForMs) void tell(call)
      }
    }
  }
}
