import * as fc from 'fast-check'
import type { LoggedEvent } from '../../src/main/core/diagnostics/index.ts'
import { sampleTimeMs } from './webhook-samples.ts'

/** Real-looking numbers of many countries, with ways in which they are written where the region is US. */
export const numbers: readonly (readonly [address: string, ...spellings: string[]])[] = [
  ['+14155552671', '+1 415-555-2671', '(415) 555-2671', '4155552671', '14155552671'],
  ['+12125550123', '212.555.0123', '+12125550123', '1-212-555-0123'],
  ['+16045551234', '+1 604 555 1234', '604-555-1234'],
  ['+18765557890', '+1 (876) 555-7890'],
  ['+442079460958', '+44 20 7946 0958', '011 44 20 7946 0958', '+44 (0)20 7946 0958'],
  ['+447911123456', '+447911123456', '011447911123456'],
  ['+4930901820', '+49 30 901820', '+49 (030) 90 18 20'],
  ['+390612345678', '+39 06 1234 5678'],
  ['+33142685300', '+33 1 42 68 53 00'],
  ['+61291234567', '+61 2 9123 4567'],
  ['+919876543210', '+91 98765 43210']
]
const number = fc
  .constantFrom(...numbers)
  .chain(([address, ...spellings]) => fc.constantFrom(address, ...spellings))
const extension = fc.constantFrom('1001', '1002', '1003', '8001', '100123')
const anonymous = fc.constantFrom('anonymous', 'Restricted', '')
export const names = [
  'Grace Hopper',
  'ZIEGLER, ANNA-LENA',
  'Jos\u00e9 \u00c1lvarez',
  '王小明先生',
  '+1 415 555 2671',
  'Dr. Strange',
  'tel:+33142685300'
]
const personName = fc.constantFrom(...names)
export const queueNames = ['Sales Queue', 'Support (north)', 'Ünterstützung']
export const callIds = [
  '1c9f2b7e-8a64-4c1e-9d0f-5a2f1b3c4d5e',
  '5d0c1a90-0b1b-4e61-8f7a-000000000001',
  'PBX7-1768473000.4421',
  '1768473000.4422',
  '9007199254740993',
  'Call 7/ A'
]
const callId = fc.option(
  fc.oneof(fc.constantFrom(...callIds), fc.integer({ min: 1_000_000, max: 1_000_005 }))
)
const bodies = [
  'STOP',
  ' start!  ',
  'Unsubscribe.',
  'Please call me back at 415-555-2671, Grace',
  'Grüße aus Köln: 5 € {ok}',
  'Ja',
  'Jo',
  '👍👍🏽 so good',
  'Cafe\u0301 at nine?',
  'Café at nine?',
  'Two  spaces',
  'Two spaces',
  'yes'
] as const
const body = fc.oneof(
  fc.constantFrom(...bodies),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
)
export const knownBodies: readonly string[] = bodies

const party = fc.oneof(
  { weight: 6, arbitrary: number },
  { weight: 2, arbitrary: extension },
  anonymous,
  personName
)
const callName = fc.constantFrom(
  'INCOMING_EXTERNAL_CALL',
  'USER_DIAL',
  'USER_ANSWER',
  'USER_HANGUP',
  'CALL_ENDED',
  'QUEUE_NO_ANSWER',
  'QUEUE_HANGUP_TIMEOUT',
  'QUEUE_HANGUP_ABANDONED',
  'call_ended',
  'AGENT_PAUSED'
)
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const unknown = fc.record({
  x_customer: some(fc.constantFrom('Grace Hopper', 'VIP customer 4711', '415 555 2671', 'abc-1234-def')),
  answered_at: some(fc.constantFrom('2026-01-15T10:30:02Z', 1_768_473_002)),
  duration: some(fc.integer({ min: 0, max: 99_999 }))
})

const callEvent = fc.record({
  event: callName,
  fields: fc.record({
    call_id: callId,
    from_number: some(party),
    caller: some(party),
    to: some(fc.oneof(number, extension)),
    extension: some(fc.oneof(extension, personName)),
    queue_name: some(fc.constantFrom(...queueNames)),
    caller_name: some(personName)
  }),
  unknown
})
const messageEvent = fc.record({
  event: fc.constantFrom('SMS_RECEIVED', 'SMS_SENT', 'SMS_DELIVERED'),
  fields: fc.record({
    message_id: fc.option(
      fc.constantFrom('msg-000123-a', 'msg-000124-b', 'msg-000125-c', 4_400_123, 4_400_124)
    ),
    from: some(fc.oneof(number, anonymous)),
    to_number: some(number),
    message: some(body)
  }),
  unknown
})

const anyShape = fc.constantFrom('nested', 'flat', 'form', 'query', 'text', 'dotted')
type Shape = 'nested' | 'flat' | 'form' | 'query' | 'text' | 'dotted'

/** Webhooks of an account, oldest first: calls and messages of a few people, in every shape, many of them told twice or by halves. */
export const loggedEvents: fc.Arbitrary<readonly LoggedEvent[]> = fc
  .array(
    fc.record({
      told: fc.oneof({ weight: 3, arbitrary: callEvent }, { weight: 2, arbitrary: messageEvent }),
      shape: anyShape,
      lateSeconds: fc.nat({ max: 40 }),
      afterSeconds: fc.integer({ min: 1, max: 400 })
    }),
    { minLength: 1, maxLength: 40 }
  )
  .map((events) => {
    let atSeconds = sampleTimeMs / 1000
    return events.map(({ told, shape: form, lateSeconds, afterSeconds }) => {
      atSeconds += afterSeconds
      const metadata = { ...told.fields, ...told.unknown }
      const receivedAtMs = (atSeconds + lateSeconds) * 1000
      return { receivedAtMs, ...written(form, told.event, atSeconds, metadata) }
    })
  })

function written(
  shape: Shape,
  event: string,
  timestamp: number,
  metadata: Readonly<Record<string, unknown>>
): Pick<LoggedEvent, 'method' | 'raw'> {
  const head = { event_name: event, account_id: '4711061', timestamp }
  const present = Object.entries(metadata).filter(([, value]) => value !== undefined && value !== null)
  const pairs = (key: (name: string) => string) =>
    new URLSearchParams([
      ...Object.entries(head).map(([name, value]) => [name, String(value)]),
      ...present.map(([name, value]) => [key(name), String(value)])
    ] as string[][]).toString()
  switch (shape) {
    case 'nested':
      return { method: 'POST', raw: JSON.stringify({ ...head, metadata }) }
    case 'flat':
      return { method: 'POST', raw: JSON.stringify({ ...metadata, ...head }) }
    case 'form':
      return { method: 'POST', raw: pairs((name) => `metadata[${name}]`) }
    case 'dotted':
      return { method: 'GET', raw: pairs((name) => `metadata.${name}`) }
    case 'query':
      return { method: 'GET', raw: pairs((name) => name) }
    case 'text':
      return {
        method: 'GET',
        raw: new URLSearchParams({
          event_name: event,
          account_id: '4711061',
          timestamp: String(timestamp),
          metadata: JSON.stringify(metadata)
        }).toString()
      }
  }
}
