import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type EventEnvelope,
  parseEvent,
  type WebhookRequest
} from '../../../../../src/main/core/webhooks/index.ts'

const receivedAtMs = Date.UTC(2026, 0, 15, 10, 30)
const documented = {
  event_name: 'SMS_RECEIVED',
  account_id: '12345',
  timestamp: 1704067200,
  metadata: {
    from_number: '+15551234567',
    to_number: '+15559876543',
    body: 'Hello, this is a test message',
    message_id: 'msg_abc123'
  }
}
const empty: WebhookRequest = { method: 'POST', contentType: null, query: '', body: '' }
const parse = (request: Partial<WebhookRequest>) => parseEvent({ ...empty, ...request }, receivedAtMs)
const parseJson = (value: unknown) => parse({ contentType: 'application/json', body: JSON.stringify(value) })

function eventOf(request: Partial<WebhookRequest>): EventEnvelope {
  const parsed = parse(request)
  if (parsed.outcome !== 'event') throw new Error(parsed.why)
  return parsed.envelope
}
const jsonEvent = (value: unknown) => eventOf({ body: JSON.stringify(value) })

const { metadata, ...head } = documented
const asFields = (nameOf: (name: string) => string) => [
  ...Object.entries(head).map(([name, value]): [string, string] => [name, String(value)]),
  ...Object.entries(metadata).map(([name, value]): [string, string] => [nameOf(name), value])
]
const query = (fields: [string, string][]) => new URLSearchParams(fields).toString()
const shapes: Record<string, Partial<WebhookRequest>> = {
  'JSON as documented': { contentType: 'application/json', body: JSON.stringify(documented) },
  'JSON without a content type': { body: JSON.stringify(documented) },
  'JSON with its fields in data': { body: JSON.stringify({ ...head, data: metadata }) },
  'flat JSON': { body: JSON.stringify({ ...head, ...metadata }) },
  'camel case': {
    body: JSON.stringify({
      eventName: 'SMS_RECEIVED',
      accountId: 12345,
      timestamp: '1704067200',
      metadata: {
        fromNumber: '+15551234567',
        toNumber: '+15559876543',
        body: metadata.body,
        messageId: 'msg_abc123'
      }
    })
  },
  'a flat query': { method: 'GET', query: query(asFields((name) => name)) },
  'a bracketed query': { method: 'GET', query: query(asFields((name) => `metadata[${name}]`)) },
  'a dotted query': { method: 'GET', query: query(asFields((name) => `metadata.${name}`)) },
  'a query with JSON': {
    method: 'GET',
    query: query([...asFields((name) => name).slice(0, 3), ['metadata', JSON.stringify(metadata)]])
  },
  'a form': {
    contentType: 'application/x-www-form-urlencoded',
    body: query(asFields((name) => `metadata[${name}]`))
  },
  'a POST without a body': { query: query(asFields((name) => name)) }
}

describe('parseEvent', () => {
  it.each(Object.entries(shapes))('reads %s', (_name, request) => {
    const event = eventOf(request)
    expect(event).toMatchObject({
      name: 'SMS_RECEIVED',
      accountId: '12345',
      occurredAtMs: 1704067200_000,
      receivedAtMs,
      raw: request.body ?? request.query
    })
    expect({ ...event.metadata }).toEqual(metadata)
    expect(event.key).toBe(jsonEvent(documented).key)
  })

  it('brings nested fields to one level', () => {
    const event = jsonEvent({ event: 'CALL_ENDED', data: { call: { id: 'c1' }, queue: { name: 'Sales' } } })
    expect({ ...event.metadata }).toEqual({ call_id: 'c1', queue_name: 'Sales' })
  })

  it.each([
    [1704067200, 1704067200_000],
    ['1704067200', 1704067200_000],
    [1704067200_123, 1704067200_123],
    ['2024-01-01T00:00:00Z', 1704067200_000],
    ['2024-01-01 00:00:00', 1704067200_000],
    ['2024-01-01T01:00:00+01:00', 1704067200_000],
    ['yesterday', receivedAtMs],
    [-1, receivedAtMs],
    [null, receivedAtMs],
    [undefined, receivedAtMs]
  ])('reads the time %j', (timestamp, occurredAtMs) => {
    expect(jsonEvent({ event_name: 'X_Y', timestamp })).toMatchObject({ occurredAtMs })
  })

  it('keeps an event of an unknown name', () => {
    expect(jsonEvent({ event_name: 'VOICEMAIL_LEFT', metadata: { length: 7 } })).toMatchObject({
      name: 'VOICEMAIL_LEFT',
      metadata: { length: 7 }
    })
  })

  it.each<[string, Partial<WebhookRequest>]>([
    ['nothing', {}],
    ['an empty query', { method: 'GET' }],
    ['broken JSON', { body: '{"event_name":"CALL_ENDED"' }],
    ['text that says it is JSON', { contentType: 'application/json', body: 'hello' }],
    ['an array', { body: '[{"event_name":"CALL_ENDED"}]' }],
    ['a string', { body: '"CALL_ENDED"' }],
    ['no event name', { body: '{"metadata":{}}' }],
    ['a number as its name', { body: '{"event_name":7}' }],
    ['a name that is a sentence', { body: '{"event_name":"drop table events;"}' }],
    ['a form without a name', { body: 'a=1&b=2' }]
  ])('does not take %s for an event', (_name, request) => {
    expect(parse(request)).toMatchObject({ outcome: 'not-an-event', why: expect.stringMatching(/\.$/) })
  })

  it('takes 16 levels of JSON and no more', () => {
    const nested = (levels: number): unknown => (levels === 1 ? {} : { a: nested(levels - 1) })
    expect(parseJson({ event_name: 'X_Y', metadata: nested(15) }).outcome).toBe('event')
    expect(parseJson({ event_name: 'X_Y', metadata: nested(16) }).outcome).toBe('not-an-event')
    expect(
      parse({ body: `{"event_name":"X_Y","a":${'['.repeat(30_000)}${']'.repeat(30_000)}}` }).outcome
    ).toBe('not-an-event')
    const inForm = `event_name=X_Y&metadata=${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`
    expect(parse({ body: inForm }).outcome).toBe('event')
  })

  it.each([
    '{"event_name":"X_Y","__proto__":{"polluted":1}}',
    '{"event_name":"X_Y","metadata":{"__proto__":{"polluted":1}}}',
    '{"event_name":"X_Y","metadata":{"constructor":{"prototype":{"polluted":1}}}}',
    '{"event_name":"X_Y","metadata":{"a":{"__proto__":{"polluted":1}}}}',
    'event_name=X_Y&__proto__[polluted]=1',
    'event_name=X_Y&metadata[__proto__][polluted]=1',
    'event_name=X_Y&metadata.constructor.prototype.polluted=1',
    'event_name=X_Y&metadata={"__proto__":{"polluted":1}}'
  ])('lets no key reach a prototype: %s', (body) => {
    const before = Reflect.ownKeys(Object.prototype)
    const { metadata: fields } = eventOf({ body })
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
    expect({}).not.toHaveProperty('polluted')
    expect(Object.getPrototypeOf(fields)).toBeNull()
    expect(Reflect.ownKeys(fields)).toEqual([])
  })

  it('never throws, whatever comes', () => {
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString()),
      fc.json(),
      fc.webQueryParameters(),
      fc.string({ unit: 'binary' })
    )
    const request = fc.record({
      method: fc.constantFrom('GET' as const, 'POST' as const),
      contentType: fc.constantFrom(null, 'application/json', 'application/x-www-form-urlencoded'),
      query: text,
      body: text
    })
    fc.assert(
      fc.property(request, (each) => {
        expect(['event', 'not-an-event']).toContain(parseEvent(each, receivedAtMs).outcome)
      }),
      { numRuns: 2_000 }
    )
  })
})
