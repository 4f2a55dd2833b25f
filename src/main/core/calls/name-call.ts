import type { CallFact } from './call-record.ts'

/** The source of the facts of the event of this number. */
export const eventSource = (seq: number): string => `event-${seq}`

/** The event's number in a source; null for an intent's or an observation's. */
export function seqOf(source: string): number | null {
  const [, digits] = /^event-(\d+)$/.exec(source) ?? []
  return digits === undefined ? null : Number(digits)
}

/**
 * The id of the call that these facts tell of: our own dial's intent, else the first of its events to arrive, else what was
 * seen of it. It depends on the facts alone, so that a history made anew calls its calls what they were called before.
 */
export function nameCall(facts: readonly CallFact[]): string {
  const intents = facts.flatMap(({ dialId }) => (dialId === null ? [] : [dialId])).toSorted()
  const seqs = facts.flatMap(({ source, about }) => (about === null ? (seqOf(source) ?? []) : []))
  if (intents[0] !== undefined) return intents[0]
  if (seqs.length > 0) return eventSource(Math.min(...seqs))
  return facts.find(({ kind }) => kind === 'seen')?.source ?? ''
}
