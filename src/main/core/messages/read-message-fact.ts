import type { EventName } from '../../../shared/domain/event-name.ts'
import type { FactReader } from '../fact-reader.ts'
import { asEventName, type Field, type ReadableEvent, readField } from '../webhooks/index.ts'
import type { MessageFact } from './message-record.ts'

const kinds: Partial<Record<EventName, MessageFact['kind']>> = {
  SMS_RECEIVED: 'received',
  SMS_SENT: 'sent',
  SMS_DELIVERED: 'delivered'
}

const maxAddressLength = 64
const maxIdLength = 200

/**
 * What an event says of a message; null where it is about something else, or tells neither its id nor both its numbers. What
 * was received is worth showing without a number, as from an anonymous sender.
 */
export function readMessageFact(
  event: ReadableEvent,
  reader: FactReader,
  source: string
): MessageFact | null {
  const { readAddress, aliases } = reader
  const name = asEventName(event.name)
  const kind = name === null ? undefined : kinds[name]
  if (kind === undefined) return null
  const address = (field: Field): string | null => {
    const written = readField(event.metadata, field, aliases)
    if (written === null) return kind === 'received' ? '' : null
    return readAddress(written.slice(0, maxAddressLength))
  }
  const messageId = readField(event.metadata, 'messageId', aliases)?.slice(0, maxIdLength) ?? null
  const from = address('from')
  const to = address('to')
  if (messageId === null && !(from && to)) return null
  const body = readField(event.metadata, 'body', aliases)
  return { kind, atMs: event.occurredAtMs, messageId, intentId: null, from, to, body, reason: null, source }
}
