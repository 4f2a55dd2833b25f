import { describe, expect, it } from 'vitest'
import { createFactReader } from '../../../../src/main/core/fact-reader.ts'
import { understandEvent } from '../../../../src/main/core/understand-event.ts'
import type { EventEnvelope } from '../../../../src/main/core/webhooks/index.ts'
import { eventNames } from '../../../../src/shared/domain/event-name.ts'

const reader = createFactReader({ region: 'US', aliases: {} })
const understand = (told: EventEnvelope) => understandEvent(told, reader, 'event-7')
const event = (name: string, metadata: Record<string, unknown>): EventEnvelope => ({
  key: 'k',
  name,
  accountId: '61',
  occurredAtMs: 1,
  receivedAtMs: 2,
  method: 'POST',
  metadata,
  raw: '',
  tokenId: 'token-1'
})

describe('understandEvent', () => {
  it.each(eventNames)('understands %s', (name) => {
    const metadata = {
      call_id: 'c1',
      message_id: 'm1',
      from: '(555) 123-4567',
      to: '+15559876543',
      body: 'Hi'
    }
    const understood = understand(event(name, metadata))
    expect(understood.kind).toBe(name.startsWith('SMS_') ? 'message' : 'call')
    expect(understood).toMatchObject({ fact: { atMs: 1, from: '+15551234567', to: '+15559876543' } })
  })

  it('reads the fields under the names of other telephone systems', () => {
    const metadata = {
      uniqueid: 'c1',
      from: 'Anonymous',
      did: '5559876543',
      user: '1001',
      queue: 'Sales',
      caller_id_name: 'Ada\u202e'
    }
    expect(understand(event('user_answer', metadata))).toEqual({
      kind: 'call',
      fact: {
        kind: 'answered',
        atMs: 1,
        callId: 'c1',
        from: '',
        to: '+15559876543',
        extension: '1001',
        queueName: 'Sales',
        callerName: 'Ada',
        dialId: null,
        source: 'event-7',
        about: null
      }
    })
  })

  it('does not take a name for an extension', () => {
    expect(understand(event('USER_ANSWER', { call_id: 'c1', user: 'John' }))).toMatchObject({
      fact: { extension: null }
    })
  })

  it.each([
    ['VOICEMAIL_LEFT', { call_id: 'c1' }],
    ['CALL_ENDED', {}],
    ['CALL_ENDED', { duration: 7 }],
    ['SMS_SENT', { body: 'Hi' }],
    ['SMS_DELIVERED', { to: '+15551234567' }]
  ])('says so where it does not understand a %s', (name, metadata) => {
    expect(understand(event(name, metadata))).toMatchObject({
      kind: 'not-understood',
      why: expect.any(String)
    })
  })
})
