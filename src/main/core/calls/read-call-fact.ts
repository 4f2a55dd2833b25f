import type { EventName } from '../../../shared/domain/event-name.ts'
import type { FactReader } from '../fact-reader.ts'
import { kindOfAddress } from '../numbers/index.ts'
import { asEventName, type Field, type ReadableEvent, readField } from '../webhooks/index.ts'
import type { CallFact } from './call-record.ts'

const kinds: Partial<Record<EventName, CallFact['kind']>> = {
  INCOMING_EXTERNAL_CALL: 'incoming',
  USER_DIAL: 'dialed',
  USER_ANSWER: 'answered',
  USER_HANGUP: 'hung-up',
  CALL_ENDED: 'ended',
  QUEUE_NO_ANSWER: 'queue-no-answer',
  QUEUE_HANGUP_TIMEOUT: 'queue-timed-out',
  QUEUE_HANGUP_ABANDONED: 'queue-abandoned'
}

const maxAddressLength = 64
const maxTextLength = 200

/** What an event says of a call; null where it is about something else, or names neither a call nor anyone who takes part. */
export function readCallFact(event: ReadableEvent, reader: FactReader, source: string): CallFact | null {
  const { readAddress, aliases } = reader
  const name = asEventName(event.name)
  const kind = name === null ? undefined : kinds[name]
  if (kind === undefined) return null
  const text = (field: Field): string | null =>
    readField(event.metadata, field, aliases)?.slice(0, maxTextLength) ?? null
  const address = (field: Field): string | null => {
    const written = text(field)
    return written === null ? null : readAddress(written.slice(0, maxAddressLength))
  }
  const callId = text('callId')
  const from = address('from')
  const to = address('to')
  const extension = text('extension')
  if (callId === null && from === null && to === null && extension === null) return null
  return {
    kind,
    atMs: event.occurredAtMs,
    callId,
    from,
    to,
    // A field like `user` can also hold a name.
    extension: extension !== null && kindOfAddress(extension) === 'extension' ? extension : null,
    queueName: text('queueName'),
    callerName: text('callerName'),
    dialId: null,
    source,
    about: null
  }
}
