import type { MessageState } from '../../../shared/domain/message.ts'
import { deriveMessage } from './derive-message.ts'
import type { MessageFact, MessageRecord } from './message-record.ts'
import { isImported } from './order-facts.ts'

/** Some facts of one message, with what they come to. */
export interface Part {
  readonly facts: readonly MessageFact[]
  readonly record: MessageRecord
}

/** How long after (and, clocks being what they are, before) a message its receipts are looked for by numbers and text. */
export const receiptSpanMs = 60 * 60_000
/** Our own message is stamped by this machine's clock: its receipt may seem to be a little older. */
const clockGraceMs = 2 * 60_000

/** Who is most surely out: a receipt goes to a message that was accepted before one of which that is not known. */
const likelihood: readonly MessageState[] = ['delivered', 'sent', 'accepted', 'sending', 'unknown', 'refused']

/** The part that facts make; null as long as they do not name their numbers. */
export function partOf(facts: readonly MessageFact[]): Part | null {
  const record = deriveMessage('', facts)
  return record === null ? null : { facts, record }
}

/**
 * Gives each receipt, in the order given, to the message that it can best belong to: of the same numbers and text, lacking this
 * receipt; the most surely sent, then the nearest in time. Those from before the message are given last. What none can take
 * is a message of its own, sent elsewhere.
 */
export function assignReceipts(messages: readonly Part[], receipts: readonly Part[]): readonly Part[] {
  let grown = messages
  let left = receipts
  for (const canFollow of [isTimely, () => true]) {
    const stillLeft: Part[] = []
    for (const receipt of left) {
      const home = bestOf(
        grown.filter((message) => fits(message, receipt) && canFollow(message, receipt)),
        receipt
      )
      if (home === undefined) stillLeft.push(receipt)
      else grown = grown.map((message) => (message === home ? joined(home, receipt) : message))
    }
    left = stillLeft
  }
  return [...grown, ...left]
}

const joined = (message: Part, receipt: Part): Part => {
  const facts = [...message.facts, ...receipt.facts]
  return partOf(facts) ?? message
}

const bestOf = (messages: readonly Part[], receipt: Part): Part | undefined =>
  messages.toSorted(
    (one, other) =>
      likelihood.indexOf(one.record.state) - likelihood.indexOf(other.record.state) ||
      distanceMs(one, receipt) - distanceMs(other, receipt)
  )[0]

const distanceMs = (one: Part, other: Part): number => Math.abs(one.record.atMs - other.record.atMs)

const isTimely = (message: Part, receipt: Part): boolean =>
  receipt.record.atMs >= message.record.atMs - clockGraceMs

function fits(message: Part, receipt: Part): boolean {
  return (
    message.record.threadId === receipt.record.threadId &&
    distanceMs(message, receipt) <= receiptSpanMs &&
    receipt.facts.every(({ kind }) => !message.facts.some((fact) => fact.kind === kind && isTold(fact))) &&
    !(message.facts.some(hasToldId) && receipt.facts.some(hasToldId)) &&
    isSameText(message.record.body, receipt.record.body)
  )
}

/** Whether Voice360 told it by itself. */
const isTold = (fact: MessageFact): boolean => fact.intentId === null && !isImported(fact)

/** The id in an answer of the API may be of another sort than those in webhooks, so that alone it rules nothing out. */
const hasToldId = ({ intentId, messageId }: MessageFact): boolean => intentId === null && messageId !== null

/** Some receipts carry no text. What carries it may have changed its spaces. */
const isSameText = (one: string, other: string): boolean =>
  one === other || one === '' || other === '' || plain(one) === plain(other)
const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

/**
 * Whether some of what is told of a message that was sent may be put elsewhere by a fact to come: not once both receipts came
 * under the id of our own request's answer.
 */
export function isLoose(facts: readonly MessageFact[]): boolean {
  if (facts.some(({ kind }) => kind === 'received') || facts.every(isImported)) return false
  const answered = facts.flatMap(({ intentId, messageId }) => (intentId === null ? [] : (messageId ?? [])))
  const isTied = (wanted: MessageFact['kind']): boolean =>
    facts.some(({ kind, messageId }) => kind === wanted && messageId !== null && answered.includes(messageId))
  return !(isTied('sent') && isTied('delivered'))
}
