import type { CallFact } from './call-record.ts'

/** The source of the facts of the event of this number. */
export const eventSource = (seq: number): string => `event-${seq}`

/** The event's number in a source; null for an intent's or an observation's. */
export function seqOf(source: string): number | null {
  const [, digits] = /^event-(\d+)$/.exec(source) ?? []
  return digits === undefined ? null : Number(digits)
}

/**
 * The id of the call that these facts tell of: our own dial's intent, else the first of its events to arrive. It depends on the
 * facts alone, so that a history made anew calls its calls what they were called before.
 */
export function nameCall(facts: readonly CallFact[]): string {
  const intents = facts.flatMap(({ dialId }) => (dialId === null ? [] : [dialId])).toSorted()
  const seqs = facts.flatMap(({ source, about }) => (about === null ? (seqOf(source) ?? []) : []))
  return intents[0] ?? eventSource(Math.min(...seqs))
}
