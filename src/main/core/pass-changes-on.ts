import type { Announcer } from './announcer.ts'
import type { CallRecord } from './calls/index.ts'
import type { Signal } from './live-value.ts'
import type { Office } from './office.ts'
import type { LedgerChanges } from './ports.ts'

/** Whoever has something to do with each call for as long as it is there. */
interface CallFollower {
  callChanged(call: CallRecord): void
  callRemoved(callId: string): void
}

interface Told {
  readonly announcer: Pick<Announcer, 'announce'>
  readonly office: Pick<Office, 'callsChanged'>
  readonly callFollowers: readonly CallFollower[]
  readonly clearMissed: (call: CallRecord) => Promise<void>
  readonly stopChanged: (stop: LedgerChanges['stops'][number]) => Promise<void>
  readonly updateTray: () => void
  /** For what nobody waits for. */
  readonly aside: (task: Promise<void>) => void
}

/** From now on each change of the ledger is told to all who do something about it. */
export function passChangesOn(changes: Pick<Signal<LedgerChanges>, 'watch'>, told: Told): void {
  const { announcer, office, callFollowers, clearMissed, stopChanged, updateTray, aside } = told
  changes.watch((change) => {
    announcer.announce(change)
    office.callsChanged(change.calls)
    updateTray()
    for (const call of change.calls) {
      for (const follower of callFollowers) follower.callChanged(call)
      aside(clearMissed(call))
    }
    for (const id of change.removedCallIds) for (const follower of callFollowers) follower.callRemoved(id)
    for (const stop of change.stops) aside(stopChanged(stop))
  })
}
