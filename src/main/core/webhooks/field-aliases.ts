import { plainText } from './plain-text.ts'

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
} as const satisfies Record<string, readonly string[]>

export type Field = keyof typeof fieldAliases

/** The field under the first of its aliases that holds a text or a number; null where none does. */
export function readField(metadata: Readonly<Record<string, unknown>>, field: Field): string | null {
  for (const alias of fieldAliases[field]) {
    const value = metadata[alias]
    if (typeof value === 'number') return String(value)
    const text = typeof value === 'string' ? plainText(value) : ''
    if (text !== '') return text
  }
  return null
}
