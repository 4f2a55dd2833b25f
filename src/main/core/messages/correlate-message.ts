import type { MessageFact } from './message-record.ts'

export interface KnownMessage {
  readonly id: string
  readonly facts: readonly MessageFact[]
}

/** How long after (and, clocks being what they are, before) a message its receipts are looked for by numbers and text. */
export const receiptSpanMs = 60 * 60_000

/**
 * The message that a fact belongs to: that of our own intent, or with Voice360's id, else the oldest to the same number with
 * the same text that still lacks this receipt. What is received and what is sent never are one message.
 */
export function correlateMessage(fact: MessageFact, known: readonly KnownMessage[]): KnownMessage | null {
  const sameDirection = known.filter((message) => isReceived(message.facts) === isReceived([fact]))
  const same = sameDirection.find(({ facts }) => facts.some((other) => isSameById(fact, other)))
  if (same !== undefined) return same
  if (fact.kind !== 'sent' && fact.kind !== 'delivered') return null
  const near = sameDirection
    .filter(
      ({ facts }) =>
        facts.every((other) => !rulesOut(other, fact)) && facts.some((other) => isLike(other, fact))
    )
    .toSorted((one, other) => beganAtMs(one) - beganAtMs(other))
  return near[0] ?? null
}

const isReceived = (facts: readonly MessageFact[]): boolean => facts.some((fact) => fact.kind === 'received')
const isReceipt = (fact: MessageFact): boolean => fact.kind === 'sent' || fact.kind === 'delivered'
const beganAtMs = (message: KnownMessage): number => Math.min(...message.facts.map((fact) => fact.atMs))

const isSameById = (fact: MessageFact, other: MessageFact): boolean =>
  (fact.messageId !== null && fact.messageId === other.messageId) ||
  (fact.intentId !== null && fact.intentId === other.intentId)

/** The same receipt came already, or one with another id. The id in an answer of the API may be of another sort. */
const rulesOut = (other: MessageFact, fact: MessageFact): boolean =>
  other.kind === fact.kind ||
  (isReceipt(other) &&
    other.messageId !== null &&
    fact.messageId !== null &&
    other.messageId !== fact.messageId)

const isLike = (other: MessageFact, fact: MessageFact): boolean =>
  other.from !== null &&
  other.from === fact.from &&
  other.to === fact.to &&
  (other.body === null || fact.body === null || other.body === fact.body) &&
  Math.abs(other.atMs - fact.atMs) <= receiptSpanMs
