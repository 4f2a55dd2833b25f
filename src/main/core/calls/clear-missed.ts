import type { CallLedger, LedgerChanges } from '../ports.ts'
import type { Identity } from './call-query.ts'
import type { CallRecord } from './call-record.ts'
import { isMine } from './is-mine.ts'
import { callerOf, otherOf } from './other-of.ts'

/** Among how many of the last entries with the same number, messages too, it looks for missed calls. */
const recentCount = 200

/**
 * Once I have spoken with someone, or called back, their missed calls before that are no longer waiting: they are marked as read.
 * So is one that is told as missed only later, because its end came late or was concluded.
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
    if (cleared.has(call.id) || other === '' || !isMine(call, me)) return
    if (hasReached(call)) cleared.add(call.id)
    else if (!call.isUnread) return
    const { calls } = await ledger.getTimeline(other, { before: null, limit: recentCount })
    // A colleague's timeline also holds their calls with others.
    const withThem = [call, ...calls].filter((each) => otherOf(each, me.extension) === other)
    const reached = withThem.filter((each) => hasReached(each) && isMine(each, me))
    const reachedAtMs = Math.max(...reached.map(({ startedAtMs }) => startedAtMs))
    const missed = withThem.filter(
      (each) => each.isUnread && each.startedAtMs < reachedAtMs && (callerOf(each) ?? other) === other
    )
    if (missed.length > 0) publish(await ledger.markCallsRead([...new Set(missed.map(({ id }) => id))]))
  }
}

const hasReached = ({ dialId, answeredAtMs }: CallRecord): boolean => dialId !== null || answeredAtMs !== null
