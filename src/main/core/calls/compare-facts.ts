import type { CallFact } from './call-record.ts'

// Within one second, as far as events tell time, a call begins before it is answered, and is answered before it ends.
const rank: Readonly<Record<CallFact['kind'], number>> = {
  incoming: 0,
  dialed: 1,
  placed: 2,
  'queue-no-answer': 3,
  answered: 4,
  'queue-timed-out': 5,
  'queue-abandoned': 6,
  'hung-up': 7,
  ended: 8,
  seen: 9,
  gone: 10,
  expired: 11
}

/** An order that depends on nothing but what facts say; 0 for two that say the same. */
export function compareFacts(one: CallFact, other: CallFact): number {
  if (one.atMs !== other.atMs) return one.atMs - other.atMs
  if (one.kind !== other.kind) return rank[one.kind] - rank[other.kind]
  const text = contentOf(one)
  const otherText = contentOf(other)
  return text < otherText ? -1 : text > otherText ? 1 : 0
}

const contentOf = (fact: CallFact): string =>
  [
    fact.extension,
    fact.from,
    fact.to,
    fact.queueName,
    fact.callerName,
    fact.callId,
    fact.dialId,
    fact.about
  ].join('\n')
