import type { CallLedger, LedgerChanges } from '../ports.ts'
import type { Identity } from './call-query.ts'
import type { CallRecord } from './call-record.ts'
import { isMine } from './is-mine.ts'
import { callerOf, otherOf } from './other-of.ts'

/** Among how many of the last entries with the same number, messages too, it looks for missed calls. */
const recentCount = 200

/**
 * Once I have spoken with someone, or called back, their missed calls before that are no longer waiting: they are marked as read.
 */
export function createMissedCallClearer(
  ledger: Pick<CallLedger, 'markCallsRead'> & {
    getTimeline(
      address: string,
      page: { readonly before: null; readonly limit: number }
    ): Promise<{ readonly calls: readonly CallRecord[] }>
  },
  identity: () => Identity,
  publish: (changes: LedgerChanges) => void
) {
  const cleared = new Set<string>()

  return async function callChanged(call: CallRecord): Promise<void> {
    const me = identity()
    const other = otherOf(call, me.extension)
    if (cleared.has(call.id) || other === '') return
    const isCallBack = call.dialId !== null
    const wasTalk = call.answeredAtMs !== null
    if (!(isCallBack || wasTalk) || !isMine(call, me)) return
    cleared.add(call.id)
    const { calls } = await ledger.getTimeline(other, { before: null, limit: recentCount })
    // A colleague's timeline also holds their calls with others, and mine to them.
    const isFromThem = (each: CallRecord) =>
      otherOf(each, me.extension) === other && (callerOf(each) ?? other) === other
    const missed = calls.filter(
      (each) => each.isUnread && each.startedAtMs < call.startedAtMs && isFromThem(each)
    )
    if (missed.length > 0) publish(await ledger.markCallsRead(missed.map(({ id }) => id)))
  }
}
