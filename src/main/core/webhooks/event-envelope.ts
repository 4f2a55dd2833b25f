import { type EventName, eventNames } from '../../../shared/domain/event-name.ts'

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
  /** Which of the listener's secrets it came with (`WebhookToken.id`). */
  readonly tokenId: string
}

/** What understanding an event needs of it. */
export type ReadableEvent = Pick<EventEnvelope, 'name' | 'occurredAtMs' | 'metadata'>
