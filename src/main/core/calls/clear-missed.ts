import type { CallLedger, LedgerChanges } from '../ports.ts'
import type { Identity } from './call-query.ts'
import type { CallRecord } from './call-record.ts'
import { isMine } from './is-mine.ts'

/** Where it looks for missed calls with the same number. */
const recentCount = 20

/**
 * Once I have spoken with someone, or called back, their missed calls before that are no longer waiting: they are marked as read.
 */
export function createMissedCallClearer(
  ledger: Pick<CallLedger, 'markCallsRead'> & {
    getTimeline(address: string, limit: number): Promise<{ readonly calls: readonly CallRecord[] }>
  },
  identity: () => Identity,
  publish: (changes: LedgerChanges) => void
) {
  const cleared = new Set<string>()

  return async function callChanged(call: CallRecord): Promise<void> {
    if (cleared.has(call.id) || call.otherAddress === '') return
    const isCallBack = call.dialId !== null
    const wasTalk = call.answeredAtMs !== null
    if (!(isCallBack || wasTalk) || !isMine(call, identity())) return
    cleared.add(call.id)
    const { calls } = await ledger.getTimeline(call.otherAddress, recentCount)
    const missed = calls.filter(({ isUnread, startedAtMs }) => isUnread && startedAtMs < call.startedAtMs)
    if (missed.length > 0) publish(await ledger.markCallsRead(missed.map(({ id }) => id)))
  }
}
