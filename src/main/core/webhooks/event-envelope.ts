/** The eleven event types of the API document, "Available Event Types". */
export const eventNames = [
  'INCOMING_EXTERNAL_CALL',
  'CALL_ENDED',
  'USER_DIAL',
  'USER_ANSWER',
  'USER_HANGUP',
  'SMS_RECEIVED',
  'SMS_SENT',
  'SMS_DELIVERED',
  'QUEUE_NO_ANSWER',
  'QUEUE_HANGUP_TIMEOUT',
  'QUEUE_HANGUP_ABANDONED'
] as const
export type EventName = (typeof eventNames)[number]

/** The documented name that `name` spells, in whatever case, or null for an event the document does not know. */
export const asEventName = (name: string): EventName | null =>
  eventNames.find((known) => known === name) ??
  eventNames.find((known) => known === name.toUpperCase()) ??
  null

/** One webhook as it came, with no more understood of it than that it is an event. */
export interface EventEnvelope {
  /** Makes a second delivery of the same event recognisable; see `event-key.ts`. */
  readonly key: string
  /** As it came: an unknown name is kept too. */
  readonly name: string
  readonly accountId: string | null
  /** The event's own time, or that of its arrival where it has none. */
  readonly occurredAtMs: number
  readonly receivedAtMs: number
  readonly method: 'GET' | 'POST'
  /** Every field beside name, account and time; flat, keys in snake_case, values as they came. */
  readonly metadata: Readonly<Record<string, unknown>>
  /** The body, or the query, exactly as it came. */
  readonly raw: string
}

/** What understanding an event needs of it. */
export type ReadableEvent = Pick<EventEnvelope, 'name' | 'occurredAtMs' | 'metadata'>
