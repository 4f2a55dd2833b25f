import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEvent } from '../../../../../src/main/core/webhooks/index.ts'

const seed = 20_260_115
const receivedAtMs = Date.UTC(2026, 0, 15, 10, 30)

const get = (query: string) => parseEvent({ method: 'GET', contentType: null, query, body: '' }, receivedAtMs)
const post = (body: string, contentType: string | null = 'application/json') =>
  parseEvent({ method: 'POST', contentType, query: '', body }, receivedAtMs)

/** Everything that every object has. */
const prototypeNow = () =>
  Reflect.ownKeys(Object.prototype).map((key) => [
    key,
    Object.getOwnPropertyDescriptor(Object.prototype, key)
  ])

describe('names of prototypes', () => {
  const value = '{"polluted":true,"toString":"x"}'
  const bodies = [
    `{"event_name":"A_B","__proto__":${value}}`,
    `{"event_name":"A_B","constructor":{"prototype":${value}}}`,
    `{"event_name":"A_B","metadata":{"__proto__":${value}}}`,
    `{"event_name":"A_B","metadata":{"constructor":{"prototype":${value}}}}`,
    `{"event_name":"A_B","metadata":{"a":{"__proto__":${value}}}}`,
    `{"event_name":"A_B","metadata":{"a":[{"__proto__":${value}}]}}`,
    `{"event_name":"A_B","metadata":{"__PROTO__":${value},"__proto__.polluted":1}}`,
    `{"event_name":"A_B","data":"{\\"__proto__\\":{\\"polluted\\":true}}"}`,
    `{"__proto__":{"event_name":"A_B"},"event_name":"A_B"}`,
    `{"event_name":"A_B","__defineGetter__":1,"hasOwnProperty":1,"valueOf":1,"toString":1,"then":1}`
  ]
  const queries = [
    '__proto__[polluted]=1',
    '__proto__.polluted=1',
    'constructor[prototype][polluted]=1',
    'metadata[__proto__][polluted]=1',
    'metadata[constructor][prototype][polluted]=1',
    'metadata.__proto__.polluted=1',
    'metadata[a][__proto__]=1',
    'metadata={"__proto__":{"polluted":1}}',
    '[__proto__]polluted=1',
    '__pro__proto__to__[a]=1',
    '%5f%5fproto%5f%5f[polluted]=1',
    'toString=1&hasOwnProperty=1'
  ].map((query) => `event_name=A_B&${query}`)

  it.each([
    ...bodies.map((body) => ({ text: body, parsed: () => post(body) })),
    ...queries.map((query) => ({ text: query, parsed: () => get(query) }))
  ])('reach no prototype: $text', ({ parsed }) => {
    const before = prototypeNow()
    const event = parsed()
    expect(prototypeNow()).toEqual(before)
    expect({}).not.toHaveProperty('polluted')
    const metadata = event.outcome === 'event' ? event.envelope.metadata : null
    expect(metadata).not.toBeNull()
    expect(Object.getPrototypeOf(metadata)).toBeNull()
    expect(Object.keys(metadata ?? {}).filter((name) => /polluted|^__proto__/.test(name))).toEqual([])
  })

  it.each(['{"__proto__":{"event_name":"A_B"}}', '{"constructor":{"event_name":"A_B"}}'])(
    'make nothing an event: %s',
    (body) => {
      expect(post(body).outcome).toBe('not-an-event')
    }
  )
})

describe('names of fields', () => {
  it('hold nothing that misleads whoever reads them', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'B', '_', '.', ' ', '\u202e', '\u2066', '\u200f', '\u0007', '\u0085')
    })
    fc.assert(
      fc.property(name, name, (outer, inner) => {
        const event = post(JSON.stringify({ event_name: 'A_B', metadata: { [outer]: { [inner]: 1 }, a: 1 } }))
        const metadata = event.outcome === 'event' ? event.envelope.metadata : {}
        expect(Object.keys(metadata).join('')).toMatch(/^[\w ]*$/)
      }),
      { seed, numRuns: 300, examples: [['__pro\u202eto__', 'polluted']] }
    )
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('depth and length', () => {
  const nested = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels)

  it.each([
    ['lists', nested(30_000, '[', ']')],
    ['objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['an event', `{"event_name":"A_B","metadata":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
    ['lists that do not end', '['.repeat(65_000)],
    ['texts', '"'.repeat(65_000)],
    ['digits', `{"event_name":"A_B","timestamp":${'9'.repeat(60_000)}}`],
    ['escapes', `{"event_name":"${'\\u0000'.repeat(10_000)}"}`]
  ])('harm nothing: %s', (_what, body) => {
    expect(['event', 'not-an-event']).toContain(post(body).outcome)
  })

  it.each([
    ['brackets', `event_name=A_B&a${'[a]'.repeat(20_000)}=1`],
    ['open brackets', `event_name=A_B&${'['.repeat(64_000)}=1`],
    ['dots', `event_name=A_B&${'a.'.repeat(30_000)}=1`],
    ['capitals', `event_name=A_B&${'aB'.repeat(30_000)}=1`],
    ['spaces', `event_name=A_B&a${'+-'.repeat(30_000)}b=1`],
    ['fields', `event_name=A_B&${Array.from({ length: 8_000 }, (_, index) => `f${index}`).join('&')}`],
    ['JSON in JSON', `event_name=A_B&metadata=${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['percents', `event_name=A_B&a=${'%'.repeat(60_000)}`]
  ])('of a query harm nothing: %s', (_what, query) => {
    expect(get(query).outcome).toBe('event')
  })
})

describe('anything at all', () => {
  const word = fc.constantFrom(
    'event_name',
    'eventName',
    'EVENT',
    'SMS_RECEIVED',
    'metadata',
    'data',
    'account_id',
    'timestamp',
    '__proto__',
    'constructor',
    'prototype',
    'call_id',
    'toString',
    '1704067200',
    '-1',
    '1e999',
    'NaN'
  )
  const sign = fc.constantFrom(
    ...Array.from('&=[].{}":,;%+ \0\n\\'),
    '%00',
    '%E0%A4',
    '%u0041',
    '\u202e',
    '\ud800',
    '😀'
  )
  const text = fc
    .array(
      fc.oneof({ arbitrary: word, weight: 3 }, { arbitrary: sign, weight: 3 }, fc.string({ maxLength: 5 })),
      {
        maxLength: 14
      }
    )
    .map((parts) => parts.join(''))

  it('is an event or none, in 100,000 queries', () => {
    const before = prototypeNow()
    let eventCount = 0
    for (const [index, query] of fc.sample(text, { numRuns: 100_000, seed }).entries()) {
      const parsed = get(index % 2 === 0 ? query : `event_name=A_B&${query}`)
      if (parsed.outcome === 'event') eventCount += 1
      else if (!/^[A-Z][\w .]+\.$/.test(parsed.why)) throw new Error(`${parsed.why} of ${query}`)
    }
    expect(eventCount).toBeGreaterThan(30_000)
    expect(prototypeNow()).toEqual(before)
  })

  it('is an event or none, as JSON of whatever shape', () => {
    const json = fc.oneof(
      fc.json({ maxDepth: 6 }),
      fc
        .tuple(word, fc.jsonValue({ maxDepth: 4 }), word, fc.jsonValue({ maxDepth: 4 }))
        .map(([one, its, other, theirs]) =>
          JSON.stringify({ event_name: 'A_B', [one]: its, metadata: { [other]: theirs } })
        )
    )
    fc.assert(
      fc.property(json, (body) => {
        const parsed = post(body)
        if (parsed.outcome === 'not-an-event') return true
        const { name, key, occurredAtMs } = parsed.envelope
        return /^[A-Za-z][\w.:-]{1,63}$/.test(name) && key.length <= 160 && Number.isSafeInteger(occurredAtMs)
      }),
      { numRuns: 3_000, seed }
    )
  })
})
