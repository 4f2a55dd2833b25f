import { describe, expect, it } from 'vitest'
import { runningSimulator } from './running-simulator.ts'
import { webhookReceiver } from './webhook-receiver.ts'

const aCall = { from: '1001', to: '+12125550141' }

async function simulatorWith(faults: object) {
  const running = await runningSimulator()
  expect((await running.control('PUT', '/faults', faults)).status).toBe(200)
  return running
}

describe('a failing API', () => {
  it.for([
    [400, 'BAD_REQUEST'],
    [401, 'AUTH_REQUIRED'],
    [403, 'AUTH_INVALID'],
    [404, 'NOT_FOUND'],
    [429, 'RATE_LIMITED'],
    [500, 'INTERNAL_ERROR'],
    [503, 'SERVICE_UNAVAILABLE']
  ] as const)('answers %i %s and does nothing', async ([api_status, error_code]) => {
    const { post, developer, control } = await simulatorWith({ api_status })
    const answer = await post('/call/outbound', aCall, developer)
    expect(answer.status).toBe(api_status)
    expect(answer.body).toMatchObject({ result: null, error: true, error_code })
    expect((await control('GET', '/state')).body.calls).toEqual([])
  })

  it('answers an error with 200', async () => {
    const { get, developer } = await simulatorWith({ api_error_200: true })
    const { status, body } = await get('/queues', developer)
    expect([status, body.error, body.result]).toEqual([200, true, null])
  })

  it('answers HTML', async () => {
    const { get, developer } = await simulatorWith({ api_html: true })
    expect((await get('/queues', developer)).body).toMatch(/^<!doctype html>/)
  })

  it('breaks the JSON off, after the request was carried out', async () => {
    const { post, developer, control } = await simulatorWith({ api_truncated_json: true })
    await expect(post('/call/outbound', aCall, developer)).rejects.toThrow(SyntaxError)
    expect((await control('GET', '/state')).body.calls).toHaveLength(1)
  })

  it('mixes up the types', async () => {
    const { get, developer } = await simulatorWith({ api_wrong_types: true })
    const { body } = await get('/availability', developer)
    expect(body.error).toBe(false)
    expect(body.result[0]).toMatchObject({ pk: '123', presence_id: ['1001'], devices_registered: 'yes' })
  })

  it('cuts the connection, after the request was carried out', async () => {
    const { post, developer, control } = await simulatorWith({ api_reset: true })
    await expect(post('/call/outbound', aCall, developer)).rejects.toThrow('fetch failed')
    expect((await control('GET', '/state')).body.calls).toHaveLength(1)
    expect((await control('GET', '/requests')).body).toMatchObject([{ method: 'POST', status: 200 }])
  })

  it('takes its time', async () => {
    const { get, developer, advance, control } = await simulatorWith({ api_latency_ms: 3_000 })
    let isAnswered = false
    const answer = get('/queues', developer).then(({ status }) => {
      isAnswered = true
      return status
    })
    // The control routes are not slowed down; a round trip there shows that the request is still held.
    await control('GET', '/state')
    expect(isAnswered).toBe(false)
    await expect.poll(() => advance(3_000).then(() => isAnswered)).toBe(true)
    expect(await answer).toBe(200)
  })

  it('fails where it was told to, and nowhere else', async () => {
    const { get, post, developer } = await simulatorWith({ api_status: 503, path_prefix: '/call' })
    expect((await post('/call/outbound', aCall, developer)).status).toBe(503)
    expect((await get('/queues', developer)).status).toBe(200)
  })

  it('is well again when the faults are cleared', async () => {
    const { get, developer, control } = await simulatorWith({ api_status: 503 })
    expect((await control('DELETE', '/faults')).status).toBe(204)
    expect((await get('/queues', developer)).status).toBe(200)
  })
})

describe('failing webhooks', () => {
  it('come twice and under other names', async () => {
    const { control, advance } = await simulatorWith({ duplicate: true, field_names: 'alternative' })
    const { url, events } = await webhookReceiver()
    await control('POST', '/webhooks', { url })
    const { body } = await control('POST', '/calls', { from: '+12125550141', to: '+15551234567' })
    await advance(0)
    expect(events()).toHaveLength(2)
    expect(events()[0].metadata).toEqual({
      from: '+12125550141',
      to: '+15551234567',
      uniqueid: body.call_id,
      user: '1001',
      direction: 'inbound'
    })
    expect((await control('GET', '/deliveries')).body[0]).toMatchObject({ call_id: body.call_id })
  })

  it('come late, out of order, or not at all', async () => {
    const { control, advance } = await simulatorWith({ reorder: true, delay_ms: 500, drop: ['USER_ANSWER'] })
    const { url, eventNames } = await webhookReceiver()
    await control('POST', '/webhooks', { url })
    const { body } = await control('POST', '/calls', { from: '+12125550141', to: '+15551234567' })
    await control('POST', `/calls/${body.call_id}/answer`)
    await control('POST', `/calls/${body.call_id}/hang-up`)
    await advance(499)
    expect(eventNames()).toEqual([])
    await advance(1)
    await advance(50)
    expect(eventNames()).toEqual(['CALL_ENDED', 'INCOMING_EXTERNAL_CALL'])
  })

  it('name an outbound call differently from the API', async () => {
    const { post, developer, control, advance } = await simulatorWith({ outbound_call_ids: 'different' })
    const { body } = await post('/call/outbound', aCall, developer)
    await advance(2_000)
    const [event] = (await control('GET', '/events')).body
    expect(event.event_name).toBe('USER_DIAL')
    expect(event.metadata.call_id).not.toBe(body.result.call_id)
  })

  it('bring no receipt', async () => {
    const { post, developer, control, advance } = await simulatorWith({ lose_receipts: true })
    const { url, received } = await webhookReceiver()
    await control('POST', '/webhooks', { url })
    await post('/sms/send', { from: '+15559876543', to: '+12125550141', message: 'Hi' }, developer)
    await advance(60_000)
    expect(received).toEqual([])
    expect((await control('GET', '/state')).body.messages).toMatchObject([{ status: 'delivered' }])
  })
})
