import type { EventField, FieldAliases } from '../../../shared/domain/event-reading.ts'
import { plainText } from '../plain-text.ts'

/**
 * What each field may be called, likeliest first. The API document shows the names of SMS_RECEIVED only; the others are what
 * telephone systems use. All are in snake_case, as `parseEvent` leaves them.
 */
export const fieldAliases = {
  callId: ['call_id', 'linked_id', 'linkedid', 'unique_id', 'uniqueid', 'call_uuid', 'uuid', 'id'],
  messageId: ['message_id', 'msg_id', 'sms_id', 'message_sid', 'message_uuid', 'uuid', 'id'],
  from: [
    'from_number',
    'from',
    'caller_number',
    'caller_id_number',
    'caller_id_num',
    'callerid_num',
    'source',
    'src',
    'ani',
    'caller',
    'caller_id'
  ],
  to: [
    'to_number',
    'to',
    'did',
    'did_number',
    'called_number',
    'dialed_number',
    'destination_number',
    'destination',
    'dst',
    'dnis'
  ],
  extension: [
    'extension',
    'user_extension',
    'agent_extension',
    'presence_id',
    'user_presence_id',
    'answered_by',
    'user',
    'agent'
  ],
  queueName: ['queue_name', 'queue_queue_name', 'queue'],
  callerName: ['caller_name', 'caller_id_name', 'callerid_name', 'from_name', 'cnam'],
  body: ['body', 'message', 'text', 'content', 'message_body']
} as const satisfies Record<EventField, readonly string[]>

export type Field = EventField

const noAliases: FieldAliases = {}

/**
 * The field under the first of its names that holds a text or a number, the user's `aliases` before the known ones; null where
 * none does.
 */
export const readField = (
  metadata: Readonly<Record<string, unknown>>,
  field: Field,
  aliases: FieldAliases = noAliases
): string | null => findField(metadata, field, aliases)?.value ?? null

/** Like `readField`, with the name under which it was found. */
export function findField(
  metadata: Readonly<Record<string, unknown>>,
  field: Field,
  aliases: FieldAliases
): { readonly name: string; readonly value: string } | null {
  for (const name of [...(aliases[field] ?? []), ...fieldAliases[field]]) {
    const value = Object.hasOwn(metadata, name) ? metadata[name] : undefined
    if (typeof value === 'number') return { name, value: String(value) }
    const text = typeof value === 'string' ? plainText(value) : ''
    if (text !== '') return { name, value: text }
  }
  return null
}
