import type { CallFact, CallStory } from './call-record.ts'
import { deriveCall } from './derive-call.ts'
import { groupFacts } from './group-facts.ts'
import { nameCall } from './name-call.ts'

/** A call as the ledger keeps it: its facts, and what they come to. */
export interface ToldCall {
  readonly id: string
  readonly facts: readonly CallFact[]
}

export const toldCall = (facts: readonly CallFact[]): ToldCall => ({ id: nameCall(facts), facts })

export const storyOf = ({ id, facts }: ToldCall): CallStory => deriveCall(id, facts)

/**
 * The calls after one more fact is known. The same facts come to the same calls in whatever order they are reduced. It is
 * enough to give the calls that the fact, or a loose fact among them, can have to do with.
 */
export const reduceCalls = (calls: readonly ToldCall[], fact: CallFact): readonly ToldCall[] =>
  groupFacts([...calls.flatMap(({ facts }) => facts), fact]).map(toldCall)

/** Whether a channel that was seen tells of a call that is not among these, or of another phone of one that was only seen. */
export function isNews(calls: readonly ToldCall[], seen: CallFact): boolean {
  const home = reduceCalls(calls, seen).find(({ facts }) => facts.includes(seen))
  const others = home?.facts.filter((fact) => fact !== seen && fact.about === null) ?? []
  return others.every(({ kind, extension }) => kind === 'seen' && extension !== seen.extension)
}
