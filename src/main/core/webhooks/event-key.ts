import { createHash } from 'node:crypto'
import { asEventName, type EventEnvelope } from './event-envelope.ts'
import { type Field, readField } from './field-aliases.ts'
import { isRecord } from './flatten-fields.ts'

type Keyed = Pick<EventEnvelope, 'name' | 'accountId' | 'receivedAtMs' | 'metadata'> & {
  /** The time that the event itself carries. */
  readonly ownTimeMs: number | null
}

const arrivalSpanMs = 600_000
/** Longer keys are hashed. Shorter ones stay as they are: ids that count up then lie side by side in the ledger's index. */
const maxKeyLength = 160

/**
 * What makes a second delivery of an event recognisable: its name, account and id where it happens once to the thing of that
 * id; also its extension and time where it can happen again (two colleagues answer a transferred call, a queue gives up
 * twice); and without an id all it says, with the ten minutes in which it came where it does not even say when it happened.
 */
export function eventKey(event: Keyed): string {
  const { name, accountId, metadata, ownTimeMs } = event
  const identity = identityOf(event)
  if (identity !== null) return textOf([name, accountId, ...identity])
  const when = ownTimeMs ?? Math.floor(event.receivedAtMs / arrivalSpanMs)
  return textOf([name, accountId, when, sorted(metadata)])
}

function identityOf({ name, metadata, ownTimeMs }: Keyed): readonly unknown[] | null {
  const known = asEventName(name)
  const withId = (field: Field, ...more: readonly unknown[]) => {
    const id = readField(metadata, field)
    return id === null ? null : [id, ...more]
  }
  switch (known) {
    case 'SMS_RECEIVED':
    case 'SMS_SENT':
    case 'SMS_DELIVERED':
      return withId('messageId')
    case 'INCOMING_EXTERNAL_CALL':
    case 'CALL_ENDED':
      return withId('callId')
    case 'USER_DIAL':
    case 'USER_ANSWER':
    case 'USER_HANGUP':
    case 'QUEUE_NO_ANSWER':
    case 'QUEUE_HANGUP_TIMEOUT':
    case 'QUEUE_HANGUP_ABANDONED':
      return withId('callId', readField(metadata, 'extension'), readField(metadata, 'queueName'), ownTimeMs)
    case null:
      return null
  }
}

const textOf = (parts: readonly unknown[]): string => {
  const text = JSON.stringify(parts)
  return text.length <= maxKeyLength ? text : createHash('sha256').update(text).digest('base64url')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.keys(value)
    .toSorted()
    .map((key) => [key, sorted(value[key])])
}
