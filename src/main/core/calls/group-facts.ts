import type { CallFact } from './call-record.ts'
import { compareFacts } from './compare-facts.ts'
import { correlateCall } from './correlate-call.ts'

/**
 * Divides facts into calls. Which ones belong together depends on the facts alone, not on the order in which they came: they
 * are looked at in the order in which they happened, and what was concluded of a call comes last. A conclusion about a call
 * that is not among them belongs to none.
 */
export function groupFacts(facts: readonly CallFact[]): readonly (readonly CallFact[])[] {
  const groups: { readonly facts: CallFact[] }[] = []
  const told = facts.filter(({ about }) => about === null)
  const concluded = facts.filter(({ about }) => about !== null)
  for (const fact of [...told.toSorted(compareFacts), ...concluded.toSorted(compareFacts)]) {
    const home = correlateCall(fact, groups)
    if (home !== null) home.facts.push(fact)
    else if (fact.about === null) groups.push({ facts: [fact] })
  }
  return groups.map((group) => group.facts)
}

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
