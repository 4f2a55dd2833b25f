import { describe, expect, it } from 'vitest'
import { office } from './office.ts'

const aLine = '+15559876543'
const customer = '+12125550141'

describe('TextMessages', () => {
  it('tells of a text that comes in, exactly as the document does', () => {
    const { messages, events } = office()
    const { id } = messages.receive({ from: customer, to: aLine, body: 'Hello, this is a test message' })
    expect(id).toMatch(/^msg_[0-9a-f]{12}$/)
    expect(events).toEqual([
      {
        name: 'SMS_RECEIVED',
        atMs: 0,
        metadata: {
          from_number: customer,
          to_number: aLine,
          body: 'Hello, this is a test message',
          message_id: id
        }
      }
    ])
  })

  it('queues a text, then sends it, then hears that it was delivered', () => {
    const { messages, clock, events } = office()
    const message = messages.send({ from: aLine, to: customer, body: 'Hi' })
    expect(message.status).toBe('queued')
    clock.advance(400)
    expect(message.status).toBe('sent')
    clock.advance(1_000)
    expect(message.status).toBe('delivered')
    expect(events).toMatchObject([
      { name: 'SMS_SENT', atMs: 400, metadata: { message_id: message.id } },
      { name: 'SMS_DELIVERED', atMs: 1_400, metadata: { message_id: message.id } }
    ])
  })

  it('receives what it sends to a line of its own', () => {
    const { messages, clock, eventNames } = office()
    messages.send({ from: aLine, to: '+15551234567', body: 'Hi' })
    clock.advance(10_000)
    expect(eventNames()).toEqual(['SMS_SENT', 'SMS_DELIVERED', 'SMS_RECEIVED'])
  })
})
