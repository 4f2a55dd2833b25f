import { describe, expect, it } from 'vitest'
import { createTestEvents, parseEvent, type TestEvents } from '../../../../../src/main/core/webhooks/index.ts'

const name = 'VOICE360_COMPANION_TEST'

/** What the listener makes of a body. */
function receive(events: TestEvents, body: string): ReturnType<TestEvents['receive']> {
  const request = { method: 'POST', contentType: 'application/json', query: '', body } as const
  const parsed = parseEvent(request, 0)
  if (parsed.outcome !== 'event') throw new Error(parsed.why)
  return events.receive(parsed.envelope)
}

interface TestBody {
  readonly event_name: string
  readonly metadata: { readonly nonce: string; readonly signature: string }
}
const contentOf = (body: string): TestBody => JSON.parse(body)

describe('a test event', () => {
  it('arrives, and says so to whoever sent it', async () => {
    const events = createTestEvents()
    const test = events.issue()
    expect(contentOf(test.body).event_name).toBe(name)
    expect(receive(events, test.body)).toBe('arrived')
    expect(await test.arrived).toBeUndefined()
  })

  it('arrives once', () => {
    const events = createTestEvents()
    const { body } = events.issue()
    const results = [1, 2, 3].map(() => receive(events, body))
    expect(results).toEqual(['arrived', 'forged', 'forged'])
  })

  it('is one of several on their way', async () => {
    const events = createTestEvents()
    const [first, second] = [events.issue(), events.issue()]
    expect(first.body).not.toBe(second.body)
    expect(receive(events, second.body)).toBe('arrived')
    await second.arrived
    expect(receive(events, first.body)).toBe('arrived')
    await first.arrived
  })

  it('is waited for no longer once it was given up', () => {
    const events = createTestEvents()
    const [lost, other] = [events.issue(), events.issue()]
    lost.giveUp()
    expect(receive(events, lost.body)).toBe('forged')
    expect(receive(events, other.body)).toBe('arrived')
  })

  it('of another run is none of ours', () => {
    expect(receive(createTestEvents(), createTestEvents().issue().body)).toBe('forged')
  })

  it('cannot be made of what was seen of others', () => {
    const events = createTestEvents()
    const [one, other] = [events.issue(), events.issue()]
    const { nonce } = contentOf(one.body).metadata
    const { signature } = contentOf(other.body).metadata
    expect(receive(events, JSON.stringify({ event_name: name, metadata: { nonce, signature } }))).toBe(
      'forged'
    )
    // Nor does the attempt use it up.
    expect(receive(events, one.body)).toBe('arrived')
  })

  const { nonce, signature } = contentOf(createTestEvents().issue().body).metadata
  it.each([
    {},
    { nonce },
    { signature },
    { nonce: null, signature: null },
    { nonce: 1, signature: 2 },
    { nonce: [nonce], signature: [signature] },
    { nonce: { toString: nonce }, signature: { length: 64 } },
    { nonce: '', signature: '' },
    { nonce: '__proto__', signature },
    { nonce: 'constructor', signature: 'toString' },
    { nonce, signature: signature.slice(1) },
    { nonce, signature: 'é'.repeat(64) },
    { nonce: 'x'.repeat(60_000), signature: 'y'.repeat(4_000) }
  ])('is none where it is not signed: %#', (metadata) => {
    const events = createTestEvents()
    events.issue()
    expect(receive(events, JSON.stringify({ event_name: name, metadata }))).toBe('forged')
  })

  it.each(['', 'short', 'é'.repeat(32), 'x'.repeat(65), 'y'.repeat(4_000)])(
    'is none with a signature of another length: %#',
    (wrong) => {
      const events = createTestEvents()
      const { body } = events.issue()
      expect(receive(events, body.replace(contentOf(body).metadata.signature, wrong))).toBe('forged')
      expect(receive(events, body)).toBe('arrived')
    }
  )

  it('is wrong by a single character of its signature', () => {
    const events = createTestEvents()
    const { body } = events.issue()
    const { signature: right } = contentOf(body).metadata
    const wrong = right.slice(0, -1) + (right.endsWith('0') ? '1' : '0')
    expect(receive(events, body.replace(right, wrong))).toBe('forged')
  })

  it.each(['SMS_RECEIVED', 'VOICE360_COMPANION_TEST2', 'VOICE360_COMPANION'])(
    'is not an event: %s',
    (other) => {
      const events = createTestEvents()
      expect(receive(events, events.issue().body.replace(name, other))).toBeNull()
    }
  )
})
