import {
  type EventReading,
  eventFieldSchema,
  type FieldAliases,
  type ReceivedEvent
} from '../../src/shared/domain/event-reading.ts'
import { failed, succeeded } from '../../src/shared/domain/failure.ts'
import type { Answers } from './scripted-bridge.ts'

type EventAnswers = Pick<Answers, 'events:list-events' | 'events:try-reading' | 'events:get-rebuild'>

const knownNames: FieldAliases = { callId: ['call_id'], to: ['to_number'], queueName: ['queue_name'] }

const fields: EventReading['fields'] = [
  { name: 'call_id', value: '1c9f2b7e-8a64-4c1e-9d0f-5a2f1b3c4d5e', readAs: null },
  { name: 'anrufer_rufnummer', value: '+12125550123', readAs: null },
  { name: 'to_number', value: '+15559876543', readAs: null },
  { name: 'queue_name', value: 'Sales Queue', readAs: null },
  {
    name: 'custom_data_with_a_name_that_nobody_would_have_expected',
    value: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0',
    readAs: null
  },
  { name: 'wait_seconds', value: '', readAs: null }
]

/** Received webhooks of a main process in memory: each third one keeps its caller in a field that nobody knows. */
export function scriptedEvents(nowMs: number): EventAnswers {
  const names = ['CALL_RINGING', 'CALL_ANSWERED', 'QUEUE_CALLER_JOINED', 'SMS_RECEIVED', 'CALL_ENDED']
  const events: readonly ReceivedEvent[] = Array.from({ length: 120 }, (_, index) => ({
    seq: 120 - index,
    name: names[index % names.length] ?? '',
    receivedAtMs: nowMs - index * index * 20_000,
    notUnderstood: index % 3 === 2 ? 'it names no caller' : null
  }))
  return {
    'events:list-events': ({ beforeSeq, limit, isNotUnderstoodOnly }) =>
      events
        .filter(({ seq }) => beforeSeq === null || seq < beforeSeq)
        .filter(({ notUnderstood }) => !isNotUnderstoodOnly || notUnderstood !== null)
        .slice(0, limit),
    'events:try-reading': ({ seq, aliases }) => {
      const event = events.find((it) => it.seq === seq)
      return event ? succeeded(readingOf(event, aliases)) : failed('gone', 'This event is no longer stored.')
    },
    'events:get-rebuild': () => null
  }
}

function readingOf(event: ReceivedEvent, aliases: FieldAliases): EventReading {
  const read = fields.map((field) => ({
    ...field,
    readAs:
      eventFieldSchema.options.find(
        (it) => aliases[it]?.includes(field.name) || knownNames[it]?.includes(field.name)
      ) ?? null
  }))
  const from = read.find(({ readAs }) => readAs === 'from')
  const isUnderstood = event.notUnderstood === null || from !== undefined
  return {
    event,
    fields: read,
    meaning: isUnderstood
      ? `A call from ${from?.value ?? 'a withheld number'} waits in the queue “Sales Queue”.`
      : 'It says that a call waits in the queue “Sales Queue”, but not from whom.',
    isUnderstood
  }
}
