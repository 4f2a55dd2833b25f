import { describe, expect, it } from 'vitest'
import { runningSimulator } from './running-simulator.ts'
import { serverOnLoopback, webhookReceiver } from './webhook-receiver.ts'

const text = { from: '+12125550141', to: '+15559876543', body: 'Is my order & invoice ready?' }

describe('webhooks', () => {
  it('post what happened, as in the document', async () => {
    const { control, advance } = await runningSimulator()
    const { url, events, received } = await webhookReceiver()
    const { body } = await control('POST', '/webhooks', { url, event_type: 'SMS_RECEIVED' })
    expect(body.ids).toHaveLength(1)
    const { message_id } = (await control('POST', '/messages', text)).body
    await advance(0)
    expect(received[0]).toMatchObject({ method: 'POST', contentType: 'application/json' })
    expect(events()).toEqual([
      {
        event_name: 'SMS_RECEIVED',
        account_id: '61',
        timestamp: 1_705_314_600,
        metadata: { from_number: text.from, to_number: text.to, body: text.body, message_id }
      }
    ])
  })

  it('listen for all eleven events under one URL, or for one', async () => {
    const { control, advance } = await runningSimulator()
    const everything = await webhookReceiver()
    const answersOnly = await webhookReceiver()
    expect((await control('POST', '/webhooks', { url: everything.url })).body.ids).toHaveLength(11)
    await control('POST', '/webhooks', { url: answersOnly.url, event_type: 'USER_ANSWER' })
    await control('POST', '/calls', { from: '+12125550141', to: '+15551234567', plan: {} })
    for (const ms of [0, 4_000, 20_000]) await advance(ms)
    expect(everything.eventNames()).toEqual(['INCOMING_EXTERNAL_CALL', 'USER_ANSWER', 'CALL_ENDED'])
    expect(answersOnly.eventNames()).toEqual(['USER_ANSWER'])
  })

  it.for([
    [undefined, { from_number: text.from, body: text.body }],
    ['bracketed', { 'metadata[from_number]': text.from, 'metadata[body]': text.body }],
    ['dotted', { 'metadata.from_number': text.from, 'metadata.body': text.body }],
    ['metadata_json', { metadata: expect.stringContaining(text.body) }]
  ] as const)('come by GET, %s', async ([encoding, fields]) => {
    const { control, advance } = await runningSimulator()
    const { url, received } = await webhookReceiver()
    await control('POST', '/webhooks', { url, method: 'GET', ...(encoding !== undefined && { encoding }) })
    await control('POST', '/messages', text)
    await advance(0)
    expect(received).toMatchObject([
      { method: 'GET', body: '', query: { event_name: 'SMS_RECEIVED', account_id: '61', ...fields } }
    ])
  })

  it('come as a form', async () => {
    const { control, advance } = await runningSimulator()
    const { url, received } = await webhookReceiver()
    await control('POST', '/webhooks', { url, encoding: 'flat' })
    await control('POST', '/messages', text)
    await advance(0)
    expect(new URLSearchParams(received[0]?.body).get('body')).toBe(text.body)
  })

  it('come again until they are accepted, and follow no redirect', async () => {
    const { control, advance } = await runningSimulator()
    const { url, received } = await webhookReceiver(500, 307)
    await control('POST', '/webhooks', { url, retries: 5 })
    await control('POST', '/messages', text)
    for (const ms of [0, 1_000, 2_000, 60_000]) await advance(ms)
    expect(received).toHaveLength(3)
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
    expect((await control('GET', '/deliveries')).body).toMatchObject([
      { event_name: 'SMS_RECEIVED', message_id: expect.any(String), attempt: 1, status: 500 },
      { attempt: 2, status: 307 },
      { attempt: 3, status: 200 }
    ])
  })

  it('count no answer as a failure, in time or at all', async () => {
    const { control, advance } = await runningSimulator({ webhookTimeoutMs: 100 })
    const silent = await serverOnLoopback(() => {})
    await control('POST', '/webhooks', { url: silent.url, retries: 1 })
    await control('POST', '/messages', text)
    await advance(0)
    silent.close()
    await advance(1_000)
    expect((await control('GET', '/deliveries')).body).toMatchObject([
      {
        attempt: 1,
        error: 'no answer within 100 ms',
        duration_ms: expect.toSatisfy((durationMs) => durationMs < 2_000)
      },
      { attempt: 2, error: expect.stringContaining('ECONNREFUSED') }
    ])
  })

  it('can be taken away', async () => {
    const { control, advance } = await runningSimulator()
    const { url, received } = await webhookReceiver()
    await control('POST', '/webhooks', { url })
    expect((await control('DELETE', '/webhooks')).status).toBe(204)
    await control('POST', '/messages', text)
    await advance(0)
    expect(received).toEqual([])
  })
})
