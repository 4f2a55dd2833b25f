import type { MessageFact } from './message-record.ts'
import { isImported } from './order-facts.ts'

/** Our own intent's id, else where the first of its facts came from: what was there first keeps its name. */
export function nameMessage(facts: readonly MessageFact[]): string {
  const own = facts.find(({ intentId }) => intentId !== null)?.intentId
  if (own !== undefined && own !== null) return own
  const rank = (fact: MessageFact): number => (isImported(fact) ? 0 : 1)
  const [first] = facts.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      one.source.length - other.source.length ||
      (one.source < other.source ? -1 : 1)
  )
  return first?.source ?? ''
}
