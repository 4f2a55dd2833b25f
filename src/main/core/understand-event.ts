import { type CallFact, readCallFact } from './calls/index.ts'
import type { FactReader } from './fact-reader.ts'
import { type MessageFact, readMessageFact } from './messages/index.ts'
import { asEventName, type ReadableEvent } from './webhooks/index.ts'

export type UnderstoodEvent =
  | { readonly kind: 'call'; readonly fact: CallFact }
  | { readonly kind: 'message'; readonly fact: MessageFact }
  | { readonly kind: 'not-understood'; readonly why: string }

/** What an event says, of a call or of a message; `source` is what its fact is traced back to. */
export function understandEvent(event: ReadableEvent, reader: FactReader, source: string): UnderstoodEvent {
  if (asEventName(event.name) === null) return { kind: 'not-understood', why: 'unknown event name' }
  const call = readCallFact(event, reader, source)
  if (call !== null) return { kind: 'call', fact: call }
  const message = readMessageFact(event, reader, source)
  if (message !== null) return { kind: 'message', fact: message }
  return { kind: 'not-understood', why: 'nothing tells which call or message it is about' }
}
