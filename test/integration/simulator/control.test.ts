import { describe, expect, it } from 'vitest'
import { eventNames } from '../../../src/shared/domain/event-name.ts'
import { realClock } from '../../../src/simulator/clock.ts'
import { runningSimulator } from './running-simulator.ts'
import { webhookReceiver } from './webhook-receiver.ts'

describe('POST /_simulator/events', () => {
  it.each(eventNames)('lets %s be told within a minute, by something that happens', async (name) => {
    const { control, advance } = await runningSimulator()
    expect((await control('POST', '/events', { name })).status).toBe(202)
    await advance(60_000)
    expect((await control('GET', '/events')).body).toContainEqual(
      expect.objectContaining({ event_name: name })
    )
  })

  it('knows the eleven names and no other', async () => {
    const { control } = await runningSimulator()
    expect((await control('POST', '/events', { name: 'CALL_BEGAN' })).status).toBe(400)
  })
})

describe('POST /_simulator/calls', () => {
  it('rings until it is told to be answered and to end', async () => {
    const { control, advance } = await runningSimulator()
    const { status, body } = await control('POST', '/calls', {
      from: '+12125550141',
      to: '+15551234567',
      caller_name: 'Grace Okafor'
    })
    expect(status).toBe(201)
    const call = async () => (await control('GET', '/state')).body.calls[0]
    await advance(600_000)
    expect(await call()).toMatchObject({ call_id: body.call_id, state: 'ringing', ringing: ['1001'] })
    expect((await control('POST', `/calls/${body.call_id}/answer`, { extension: '1002' })).status).toBe(204)
    expect(await call()).toMatchObject({ state: 'answered', extension: '1002' })
    await advance(9_000)
    expect((await control('POST', `/calls/${body.call_id}/hang-up`, { by: 'agent' })).status).toBe(204)
    expect(await call()).toMatchObject({ state: 'ended', outcome: 'answered', duration: 9 })
  })

  it.for([
    [
      { from: '+12125550141', queue: 100134 },
      { direction: 'inbound', queue_id: 100134, to: '+12125550180' }
    ],
    [{ from: '+12125550141', to: '+12125550181' }, { queue_id: 100135 }],
    [
      { from: '+12125550141', extension: '1002' },
      { extension: '1002', to: '+12125550102' }
    ],
    [
      { from: '+12125550141', to: '+15551234567', extension: '1005' },
      { extension: '1005', to: '+15551234567' }
    ],
    [
      { from: 'anonymous', to: '+15551234567' },
      { from: 'anonymous', extension: '1001' }
    ],
    [
      { from: '1002', extension: '1001' },
      { direction: 'internal', from: '1002', to: '1001' }
    ],
    [
      { from: '1002', to: '+12125550141' },
      { direction: 'outbound', extension: '1002', state: 'dialing' }
    ]
  ])('understands %o', async ([request, expected]) => {
    const { control } = await runningSimulator()
    expect((await control('POST', '/calls', request)).status).toBe(201)
    expect((await control('GET', '/state')).body.calls).toMatchObject([expected])
  })

  it.for([
    [{}, 'from'],
    [{ from: 'grandma', to: '+15551234567' }, 'from'],
    [{ from: '+12125550141' }, 'whom'],
    [{ from: '+12125550141', to: '+19995550100' }, 'not a number of this account'],
    [{ from: '+12125550141', extension: '9999' }, 'no extension 9999'],
    [{ from: '+12125550141', queue: 1 }, 'no queue 1'],
    [{ from: '+12125550141', to: '+15551234567', plan: { outcome: 'timeout' } }, 'plan.outcome'],
    [{ from: '+12125550141', to: '+15551234567', plan: { answered_by: '9999' } }, 'plan.answered_by'],
    [{ from: '+12125550141', to: '+15551234567', colour: 'red' }, 'colour'],
    [{ from: '1001', to: '1001' }, 'itself'],
    [{ from: '1001' }, 'whom']
  ] as const)('refuses %o', async ([request, culprit]) => {
    const { control } = await runningSimulator()
    const { status, body } = await control('POST', '/calls', request)
    expect(status).toBe(400)
    expect(body.error).toContain(culprit)
  })
})

describe('the control routes', () => {
  it('refuse to do what cannot be', async () => {
    const { control } = await runningSimulator()
    expect((await control('POST', '/calls/c-unknown/answer')).status).toBe(404)
    const { body } = await control('POST', '/calls', { from: '+12125550141', to: '+15551234567' })
    await control('POST', `/calls/${body.call_id}/hang-up`)
    expect((await control('POST', `/calls/${body.call_id}/answer`)).status).toBe(409)
    expect((await control('PUT', '/users/9999', { devices_registered: true })).status).toBe(404)
    expect((await control('GET', '/nothing')).status).toBe(404)
  })

  it.for([
    ['POST', '/webhooks', { url: 'ftp://127.0.0.1' }],
    ['POST', '/webhooks', { url: 'http://127.0.0.1', retries: 6 }],
    ['POST', '/webhooks', { url: 'http://127.0.0.1', event_type: 'CALL_STARTED' }],
    ['POST', '/webhooks', { url: 'http://127.0.0.1', method: 'GET', encoding: 'json' }],
    ['POST', '/messages', { from: '+12125550141', to: '+12125550104', body: 'Hi' }],
    ['POST', '/messages', { from: '+12125550141', to: '+15551234567' }],
    ['PUT', '/faults', { drop: 2 }],
    ['PUT', '/faults', { explode: true }],
    ['POST', '/clock', { advance_ms: -1 }],
    ['POST', '/office', { is_running: true, pace: 0 }]
  ] as const)('%s %s refuses %o', async ([method, path, body]) => {
    const { control } = await runningSimulator()
    const answer = await control(method, path, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toEqual(expect.any(String))
  })

  it('take no body that a web page could send unasked', async () => {
    const { simulator } = await runningSimulator()
    const body = JSON.stringify({ from: '+12125550141', to: '+15551234567' })
    expect((await fetch(`${simulator.url}/_simulator/calls`, { method: 'POST', body })).status).toBe(415)
  })

  it('tell which requests came, without the keys', async () => {
    const { get, post, john, control } = await runningSimulator()
    await get('/queues')
    await post('/call/outbound', { from: '1001', to: '+12125550141' }, john)
    await get('/user', 'wrong-key')
    const { body } = await control('GET', '/requests')
    expect(body).toMatchObject([
      { method: 'GET', path: '/v3/voice/61/queues', status: 200, key: 'none', body: null },
      { method: 'POST', status: 200, key: 'user', body: { from: '1001', to: '+12125550141' } },
      { method: 'GET', path: '/v3/voice/61/user', status: 403, key: 'unknown' }
    ])
    expect(JSON.stringify(body)).not.toContain(john)
    expect(JSON.stringify(body)).not.toContain('wrong-key')
  })

  it('cannot move the machine’s time', async () => {
    const { advance } = await runningSimulator({ clock: realClock })
    expect((await advance(1)).status).toBe(409)
  })

  it('forget everything on reset, but the keys', async () => {
    const { control, advance, get, john } = await runningSimulator()
    const { url, received } = await webhookReceiver()
    await control('POST', '/webhooks', { url })
    await control('PUT', '/faults', { delay_ms: 1_000 })
    await control('POST', '/calls', { from: '+12125550141', to: '+15551234567', plan: {} })
    expect((await control('POST', '/reset')).status).toBe(204)
    await advance(600_000)
    expect(received).toEqual([])
    expect((await control('GET', '/state')).body).toMatchObject({ account: 61, calls: [], webhooks: [] })
    expect((await control('GET', '/events')).body).toEqual([])
    expect((await control('GET', '/faults')).body.delay_ms).toBe(0)
    expect((await get('/user', john)).status).toBe(200)
  })
})
