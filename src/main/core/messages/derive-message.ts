import { type MessageState, threadIdOf } from '../../../shared/domain/message.ts'
import type { MessageFact, MessageRecord } from './message-record.ts'

type Kind = MessageFact['kind']

/** What each kind of fact proves, the strongest first: a receipt outweighs whatever sending seemed to come to. */
const evidence: readonly (readonly [Kind, MessageState])[] = [
  ['received', 'received'],
  ['delivered', 'delivered'],
  ['sent', 'sent'],
  ['accepted', 'accepted'],
  ['refused', 'refused'],
  ['unknown', 'unknown'],
  ['intended', 'sending']
]
/** Whose word on numbers, text and time counts most. */
const tellers: readonly Kind[] = [
  'received',
  'intended',
  'sent',
  'delivered',
  'accepted',
  'refused',
  'unknown'
]

/**
 * The message that a set of facts tells of, in whatever order and however often they came; null as long as none of them names
 * its numbers (a delivery whose SMS_SENT has not come yet).
 */
export function deriveMessage(id: string, facts: readonly MessageFact[]): MessageRecord | null {
  const story = facts.toSorted(
    (one, other) =>
      tellers.indexOf(one.kind) - tellers.indexOf(other.kind) ||
      one.atMs - other.atMs ||
      compareContent(one, other)
  )
  const {
    from = null,
    to = null,
    atMs = 0
  } = story.find((fact) => fact.from !== null && fact.to !== null) ?? {}
  const [proof, state] = evidence.find(([kind]) => facts.some((fact) => fact.kind === kind)) ?? []
  if (from === null || to === null || proof === undefined || state === undefined) return null
  const direction = state === 'received' ? 'in' : 'out'
  const [line, otherAddress] = direction === 'in' ? [to, from] : [from, to]
  return {
    id,
    threadId: threadIdOf(line, otherAddress),
    line,
    otherAddress,
    direction,
    body: story.find((fact) => fact.body !== null)?.body ?? '',
    state,
    reason: story.find((fact) => fact.kind === proof)?.reason ?? null,
    atMs
  }
}

function compareContent(one: MessageFact, other: MessageFact): number {
  const text = JSON.stringify(one)
  const otherText = JSON.stringify(other)
  return text < otherText ? -1 : text > otherText ? 1 : 0
}
