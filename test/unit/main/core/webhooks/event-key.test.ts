import { describe, expect, it } from 'vitest'
import { parseEvent } from '../../../../../src/main/core/webhooks/index.ts'

const at = Date.UTC(2026, 0, 15, 10, 30)

function keyOf(event: object, receivedAtMs = at): string {
  const request = { method: 'POST', contentType: null, query: '', body: JSON.stringify(event) } as const
  const parsed = parseEvent(request, receivedAtMs)
  if (parsed.outcome !== 'event') throw new Error(parsed.why)
  return parsed.envelope.key
}

describe('eventKey', () => {
  it.each([
    ['INCOMING_EXTERNAL_CALL', 'call_id'],
    ['CALL_ENDED', 'call_id'],
    ['SMS_RECEIVED', 'message_id'],
    ['SMS_SENT', 'message_id'],
    ['SMS_DELIVERED', 'message_id']
  ])('knows a second %s by its id, whatever else it says', (event_name, id) => {
    const event = { event_name, account_id: '61', timestamp: 1704067200, metadata: { [id]: 'x1' } }
    expect(keyOf({ ...event, timestamp: 1704067260, metadata: { [id]: 'x1', attempt: 2 } })).toBe(
      keyOf(event)
    )
    expect(keyOf({ ...event, metadata: { [id]: 'x2' } })).not.toBe(keyOf(event))
    expect(keyOf({ ...event, account_id: '62' })).not.toBe(keyOf(event))
    expect(keyOf({ ...event, event_name: 'OTHER' })).not.toBe(keyOf(event))
  })

  it('tells the answers of two colleagues to one call apart', () => {
    const answer = {
      event_name: 'USER_ANSWER',
      timestamp: 1704067200,
      metadata: { call_id: 'c1', extension: '1001' }
    }
    expect(keyOf(answer)).toBe(keyOf(structuredClone(answer)))
    expect(keyOf({ ...answer, metadata: { call_id: 'c1', extension: '1002' } })).not.toBe(keyOf(answer))
    expect(keyOf({ ...answer, timestamp: 1704067290 })).not.toBe(keyOf(answer))
  })

  it('compares all that is said where there is no id, in any order', () => {
    const event = {
      event_name: 'SMS_RECEIVED',
      timestamp: 1704067200,
      from: '1',
      to: '2',
      list: [{ a: 1, b: 2 }]
    }
    const reordered = {
      list: [{ b: 2, a: 1 }],
      to: '2',
      from: '1',
      timestamp: 1704067200,
      event_name: 'SMS_RECEIVED'
    }
    expect(keyOf(reordered, at + 3_600_000)).toBe(keyOf(event))
    expect(keyOf({ ...event, from: '3' })).not.toBe(keyOf(event))
    expect(keyOf({ ...event, timestamp: 1704067201 })).not.toBe(keyOf(event))
  })

  it('takes the same call without id and time for a new one later on', () => {
    const event = { event_name: 'INCOMING_EXTERNAL_CALL', from: '1', to: '2' }
    expect(keyOf(event, at + 1_000)).toBe(keyOf(event, at))
    expect(keyOf(event, at + 3_600_000)).not.toBe(keyOf(event, at))
  })

  it('keeps keys short', () => {
    expect(keyOf({ event_name: 'CALL_ENDED', call_id: 'x'.repeat(50_000) }).length).toBeLessThan(200)
  })
})
