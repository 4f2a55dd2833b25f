import { type CallFact, readCallFact } from './calls/index.ts'
import { type MessageFact, readMessageFact } from './messages/index.ts'
import type { ReadAddress } from './numbers/index.ts'
import { asEventName, type EventEnvelope } from './webhooks/index.ts'

export type UnderstoodEvent =
  | { readonly kind: 'call'; readonly fact: CallFact }
  | { readonly kind: 'message'; readonly fact: MessageFact }
  | { readonly kind: 'not-understood'; readonly why: string }

/** What an event says, of a call or of a message. */
export function understandEvent(event: EventEnvelope, readAddress: ReadAddress): UnderstoodEvent {
  if (asEventName(event.name) === null) return { kind: 'not-understood', why: 'unknown event name' }
  const call = readCallFact(event, readAddress)
  if (call !== null) return { kind: 'call', fact: call }
  const message = readMessageFact(event, readAddress)
  if (message !== null) return { kind: 'message', fact: message }
  return { kind: 'not-understood', why: 'nothing tells which call or message it is about' }
}
