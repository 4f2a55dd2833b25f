import { describe, expect, test } from 'vitest'
import type { KeyKind } from '../../../src/shared/domain/session.ts'
import { runningApi } from './running-api.ts'

const john = {
  presence_id: '1001',
  callerID: 'John Smith',
  first_name: 'John',
  last_name: 'Smith',
  devices_registered: true
}
const sales = { pk: 100_134, name: '100134', queue_name: 'Sales Queue', extension: '8001' }
const outbound = { from: '1001', to: '+12125550101', callerId: '+15559876543', isRecorded: true }
const text = { from: '+15559876543', to: '+12125550101', message: 'Hello' }

type Api = Awaited<ReturnType<typeof runningApi>>
const holding = ({ keys }: Api, ...kinds: readonly KeyKind[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, keys[kind]]))

describe('with a user key', () => {
  test('my profile and numbers are read with it', async () => {
    const api = await runningApi()
    const client = api.client(holding(api, 'user'))
    expect(await client.getProfile()).toEqual({
      ok: true,
      value: {
        presence_id: '1001',
        callerID: 'John Smith',
        first_name: 'John',
        last_name: 'Smith',
        email: 'john.smith@company.com',
        time_zone: 'America/New_York'
      }
    })
    expect(await client.getNumbers()).toEqual({
      ok: true,
      value: [
        { number: '+15551234567', friendly_name: 'Main Business Line', sms_enabled: true },
        { number: '+15559876543', friendly_name: 'Support Line', sms_enabled: true }
      ]
    })
    expect(await api.seen()).toEqual(['GET /user user', 'GET /user/numbers user'])
  })

  test('everyone else is read on the public view, which would refuse the key', async () => {
    const api = await runningApi()
    const client = api.client(holding(api, 'user'))
    const people = await client.getAvailability()
    expect(people.ok && people.value[0]).toEqual({ ...john, channels: null })
    expect(await client.getQueues()).toMatchObject({
      ok: true,
      value: [{ ...sales, strategy: null }, {}, {}]
    })
    expect(await client.getQueue(sales.pk)).toMatchObject({ ok: true, value: sales })
    expect(await client.getQueueAvailabilities()).toMatchObject({ ok: true, value: [sales, {}, {}] })
    expect(await client.getQueueAvailability(sales.pk)).toMatchObject({ ok: true, value: sales })
    expect((await api.seen()).every((request) => request.endsWith(' none'))).toBe(true)
  })

  test('calls and texts go out with it, from my own extension and lines', async () => {
    const api = await runningApi()
    const client = api.client(holding(api, 'user'))
    expect(await client.placeCall(outbound)).toEqual({ ok: true, value: { call_id: expect.any(String) } })
    expect(await client.sendMessage(text)).toEqual({ ok: true, value: { message_id: expect.any(String) } })
    expect(await client.placeCall({ ...outbound, from: '1002' })).toMatchObject({
      failure: { kind: 'forbidden' }
    })
    expect(await api.seen()).toEqual([
      'POST /call/outbound user',
      'POST /sms/send user',
      'POST /call/outbound user'
    ])
  })
})

describe('with a developer key', () => {
  test('everyone is read with their calls', async () => {
    const api = await runningApi()
    const client = api.client(holding(api, 'developer'))
    await client.placeCall({ ...outbound, callerId: null })
    // The phone of the caller rings first; the call is on their line when it is answered there.
    await expect
      .poll(async () => {
        const people = await client.getAvailability()
        return people.ok && people.value[0]
      })
      .toEqual({
        ...john,
        channels: [
          { from: '1001', to: '+12125550101', call_seconds: expect.any(Number), direction: 'outbound' }
        ]
      })
  })

  test('queues are read with their settings, members and counts', async () => {
    const api = await runningApi()
    const client = api.client(holding(api, 'developer'))
    const configured = { ...sales, strategy: 'ringall', timeout: 20, retry: 5, wrapuptime: 10, maxlen: 0 }
    expect(await client.getQueues()).toMatchObject({ ok: true, value: [configured, {}, {}] })
    expect(await client.getQueue(sales.pk)).toMatchObject({
      ok: true,
      value: { ...configured, users: [{ presence_id: '1001' }, {}, {}, {}] }
    })
    const counts = {
      ...sales,
      is_ready: true,
      agents_online: 4,
      agents_available: 4,
      agents_on_call: 0,
      active_calls: 0
    }
    expect(await client.getQueueAvailabilities()).toEqual({
      ok: true,
      value: [counts, expect.anything(), expect.anything()]
    })
    expect(await client.getQueueAvailability(sales.pk)).toEqual({ ok: true, value: counts })
    expect(await client.getQueue(1)).toEqual({
      ok: false,
      failure: { kind: 'not-found', reason: 'Queue not found' }
    })
  })

  test('calls and texts go out with it; there is no profile', async () => {
    const api = await runningApi()
    const client = api.client(holding(api, 'developer'))
    expect(await client.placeCall(outbound)).toMatchObject({ ok: true })
    expect(await client.sendMessage(text)).toMatchObject({ ok: true })
    expect(await client.getProfile()).toEqual({ ok: false, failure: { kind: 'unauthorized' } })
    expect(await client.getNumbers()).toEqual({ ok: false, failure: { kind: 'unauthorized' } })
  })
})

describe('with both', () => {
  test('each endpoint is asked with the key that it takes', async () => {
    const api = await runningApi()
    const client = api.client()
    for (const answer of [
      await client.getAvailability(),
      await client.getQueues(),
      await client.getQueue(sales.pk),
      await client.getQueueAvailabilities(),
      await client.getQueueAvailability(sales.pk),
      await client.getProfile(),
      await client.getNumbers(),
      await client.placeCall(outbound),
      await client.sendMessage(text)
    ])
      expect(answer).toMatchObject({ ok: true })
    expect(await api.seen()).toEqual([
      'GET /availability developer',
      'GET /queues developer',
      'GET /queues/100134 developer',
      'GET /availability/queues developer',
      'GET /availability/queues/100134 developer',
      'GET /user user',
      'GET /user/numbers user',
      'POST /call/outbound user',
      'POST /sms/send user'
    ])
  })
})

describe('without a key', () => {
  test('the public views are all there is', async () => {
    const api = await runningApi()
    const client = api.client({})
    expect(await client.getAvailability()).toMatchObject({ ok: true })
    for (const refused of [
      await client.getProfile(),
      await client.getNumbers(),
      await client.placeCall(outbound),
      await client.sendMessage(text)
    ])
      expect(refused).toEqual({ ok: false, failure: { kind: 'unauthorized' } })
  })
})

test('a key that nobody has is “unauthorized” everywhere', async () => {
  const api = await runningApi()
  const client = api.client({ user: 'nobody-has-this', developer: 'nobody-has-this-either' })
  for (const refused of [
    await client.getAvailability(),
    await client.getQueues(),
    await client.getProfile(),
    await client.placeCall(outbound),
    await client.sendMessage(text)
  ])
    expect(refused).toEqual({ ok: false, failure: { kind: 'unauthorized' } })
})

test('a call is sent as the document has it', async () => {
  const api = await runningApi()
  await api.client().placeCall(outbound)
  await api.client().placeCall({ ...outbound, callerId: null, isRecorded: false })
  const requests = await fetch(`${api.simulator.url}/_simulator/requests`).then((answer) => answer.json())
  expect(requests).toMatchObject([
    { body: { from: '1001', to: '+12125550101', caller_id: '+15559876543', recording: true } },
    { body: { from: '1001', to: '+12125550101', recording: false } }
  ])
  expect(requests[1].body).not.toHaveProperty('caller_id')
})

test('each answer tells what is left of the rate', async () => {
  const api = await runningApi({ rateLimit: { keyed: 3 } })
  const client = api.client()
  for (let count = 0; count < 4; count += 1) await client.getQueues()
  expect(api.budgets).toEqual([
    { limit: 3, remaining: 2 },
    { limit: 3, remaining: 1 },
    { limit: 3, remaining: 0 },
    { limit: 3, remaining: 0 }
  ])
})
