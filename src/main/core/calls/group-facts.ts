import type { CallFact } from './call-record.ts'
import { compareFacts } from './compare-facts.ts'
import { correlateCall } from './correlate-call.ts'
import { correlateSeen } from './correlate-seen.ts'

/**
 * Divides facts into calls. Which ones belong together depends on the facts alone, not on the order in which they came: what
 * was told is looked at in the order in which it happened, then what was seen, then what was concluded of a call. So what was
 * told belongs together as if nothing had been seen. A conclusion about a call that is not among them belongs to none.
 */
export function groupFacts(facts: readonly CallFact[]): readonly (readonly CallFact[])[] {
  const groups: { readonly facts: CallFact[] }[] = []
  const concluded = facts.filter(({ about }) => about !== null).toSorted(compareFacts)
  const known = facts.filter(({ about }) => about === null).toSorted(compareFacts)
  const seen = known.filter(({ kind }) => kind === 'seen').toSorted(compareSightings)
  const told = known.filter(({ kind }) => kind !== 'seen')
  for (const fact of [...told, ...seen, ...concluded]) {
    const home = fact.kind === 'seen' ? correlateSeen(fact, groups, concluded) : correlateCall(fact, groups)
    if (home !== null) home.facts.push(fact)
    else if (fact.about === null) groups.push({ facts: [fact] })
  }
  return groups.map((group) => group.facts)
}

/** Two that say the same are told apart, since one may have been concluded to be gone before the other. */
const compareSightings = (one: CallFact, other: CallFact): number =>
  compareFacts(one, other) || (one.source < other.source ? -1 : Number(one.source > other.source))

/**
 * Whether a fact was put where it is by numbers and time rather than by Voice360's id, so that a fact to come may put it
 * elsewhere. The id of our own dial's answer counts only once a webhook has it too.
 */
export function isLoose(fact: CallFact, facts: readonly CallFact[]): boolean {
  if (fact.about !== null) return false
  if (fact.callId === null) return true
  return (
    fact.kind === 'placed' && !facts.some(({ kind, callId }) => kind !== 'placed' && callId === fact.callId)
  )
}

/** Everyone a fact names: numbers and extensions, each once. */
export const partiesOf = ({ from, to, extension }: CallFact): readonly string[] => [
  ...new Set([from, to, extension].filter((address) => address !== null).filter((address) => address !== ''))
]
