import { describe, expect, test } from 'vitest'
import type { ApiFailure, Voice360Api } from '../../../src/main/core/voice360/index.ts'
import { runningApi, serverThat } from './running-api.ts'

const read = (client: Voice360Api) => client.getQueues()
const dial = (client: Voice360Api) =>
  client.placeCall({ from: '1001', to: '+12125550101', callerId: null, isRecorded: false })
const send = (client: Voice360Api) =>
  client.sendMessage({ from: '+15559876543', to: '+12125550101', message: 'Hello' })
const writes = [
  { name: 'a dial', write: dial },
  { name: 'a text', write: send }
] as const

const told = 'The simulator was told to fail'
const failures: readonly (readonly [what: string, faults: object, failure: ApiFailure])[] = [
  ['400', { api_status: 400 }, { kind: 'rejected', reason: told }],
  ['401', { api_status: 401 }, { kind: 'unauthorized' }],
  ['403', { api_status: 403 }, { kind: 'forbidden', reason: told }],
  ['404', { api_status: 404 }, { kind: 'not-found', reason: told }],
  ['429', { api_status: 429 }, { kind: 'limited', retryAfterMs: 60_000 }],
  ['500', { api_status: 500 }, { kind: 'broken', reason: told }],
  ['503', { api_status: 503 }, { kind: 'broken', reason: told }],
  ['HTTP 200 with error: true', { api_error_200: true }, { kind: 'rejected', reason: told }],
  ['HTML', { api_html: true }, { kind: 'unexpected' }],
  ['truncated JSON', { api_truncated_json: true }, { kind: 'unexpected' }]
]

describe('a read', () => {
  test.each(failures)('answered with %s', async (_what, faults, failure) => {
    const api = await runningApi()
    await api.setFaults({ ...faults })
    expect(await read(api.client())).toEqual({ ok: false, failure })
    const isServersFault = failure.kind === 'broken'
    expect(await api.seen()).toHaveLength(isServersFault ? 3 : 1)
  })

  test('answered with other types', async () => {
    const api = await runningApi()
    await api.setFaults({ api_wrong_types: true })
    const client = api.client()
    for (const answer of [
      await client.getAvailability(),
      await client.getQueues(),
      await client.getQueueAvailability(100_134)
    ])
      expect(answer).toEqual({ ok: false, failure: { kind: 'unexpected' } })
  })

  test('is tried again after a reset, three times in all', async () => {
    const api = await runningApi()
    await api.setFaults({ api_reset: true })
    expect(await read(api.client())).toMatchObject({ failure: { kind: 'broken' } })
    expect(await api.seen()).toHaveLength(3)
  })

  test('succeeds when the server has recovered by the second try', async () => {
    let count = 0
    const url = await serverThat((_request, response) => {
      count += 1
      response.writeHead(count === 1 ? 502 : 200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ result: [], error: count === 1, message: null }))
    })
    const api = await runningApi()
    expect(await read(api.client({}, { apiUrl: url }))).toEqual({ ok: true, value: [] })
    expect(count).toBe(2)
  })
})

describe.each(writes)('$name', ({ write }) => {
  test.each(failures)('answered with %s is sent once', async (_what, faults, failure) => {
    const api = await runningApi()
    await api.setFaults({ ...faults })
    expect(await write(api.client())).toEqual({ ok: false, failure })
    expect(await api.seen()).toHaveLength(1)
  })

  test('whose connection was cut after it was carried out is sent once', async () => {
    const api = await runningApi()
    const client = api.client()
    // A connection that is kept alive from an earlier request is where other HTTP stacks send a second time.
    await read(client)
    await api.setFaults({ api_reset: true })
    expect(await write(client)).toMatchObject({ ok: false, failure: { kind: 'broken' } })
    expect((await api.seen()).filter((request) => request.startsWith('POST'))).toHaveLength(1)
  })

  test('that is answered with other types was carried out all the same', async () => {
    const api = await runningApi()
    await api.setFaults({ api_wrong_types: true })
    expect(await write(api.client())).toMatchObject({ ok: true })
  })

  test('that is not answered in time is sent once', async () => {
    let count = 0
    const url = await serverThat(() => {
      count += 1
    })
    const api = await runningApi()
    expect(await write(api.client({}, { apiUrl: url, timeoutMs: 100 }))).toEqual({
      ok: false,
      failure: { kind: 'timeout' }
    })
    expect(count).toBe(1)
  })

  test('over the rate is not carried out, and says when to try again', async () => {
    const api = await runningApi({ rateLimit: { keyed: 1 } })
    const client = api.client()
    await client.getProfile()
    const answer = await write(client)
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'limited' } })
    const retryAfterMs = !answer.ok && answer.failure.kind === 'limited' ? answer.failure.retryAfterMs : 0
    expect(retryAfterMs).toBeGreaterThan(0)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
  })
})

test('each request has a connection of its own', async () => {
  const requestsBySocket = new Map<unknown, number>()
  const url = await serverThat((request, response) => {
    requestsBySocket.set(request.socket, (requestsBySocket.get(request.socket) ?? 0) + 1)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"result": [], "error": false}')
  })
  const api = await runningApi()
  const client = api.client(api.keys, { apiUrl: url })
  for (const request of [read, dial, read, send, read]) await request(client)
  expect([...requestsBySocket.values()]).toEqual([1, 1, 1, 1, 1])
})

describe('a server that is not there', () => {
  const closedPort = async (): Promise<string> => {
    const api = await runningApi()
    await api.simulator.stop()
    return api.simulator.apiUrl
  }

  test.each([{ name: 'a read', write: read }, ...writes])('$name never reached it', async ({ write }) => {
    const api = await runningApi()
    const client = api.client(api.keys, { apiUrl: await closedPort() })
    expect(await write(client)).toEqual({ ok: false, failure: { kind: 'unreachable' } })
  })

  test('a name that does not exist', async () => {
    const api = await runningApi()
    const client = api.client(api.keys, { apiUrl: 'http://voice360.invalid/v3/voice' })
    expect(await dial(client)).toEqual({ ok: false, failure: { kind: 'unreachable' } })
  })
})

describe('answers that are not of this API', () => {
  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a bare list', '[]'],
    ['an envelope without `error`', '{"result": []}'],
    ['an envelope with `error` in words', '{"result": [], "error": "no"}'],
    ['a result of another shape', '{"result": {"queues": []}, "error": false}'],
    ['no result', '{"error": false}']
  ])('%s', async (_what, body) => {
    const url = await serverThat((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(body)
    })
    const api = await runningApi()
    expect(await read(api.client({}, { apiUrl: url }))).toEqual({
      ok: false,
      failure: { kind: 'unexpected' }
    })
  })
})

describe('a time to wait', () => {
  test.each([
    ['7', 7_000],
    ['0', 0],
    ['3600', 60_000],
    ['soon', 60_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 60_000],
    ['-5', 60_000]
  ])('of “%s” is %i ms', async (header, retryAfterMs) => {
    const url = await serverThat((_request, response) => {
      response.writeHead(429, { 'Retry-After': header })
      response.end()
    })
    const api = await runningApi()
    expect(await read(api.client({}, { apiUrl: url }))).toEqual({
      ok: false,
      failure: { kind: 'limited', retryAfterMs }
    })
  })
})

describe('the key', () => {
  test.each([301, 302, 303, 307, 308])('does not follow a redirect (%i) to another host', async (status) => {
    let strayCount = 0
    const elsewhere = await serverThat((_request, response) => {
      strayCount += 1
      response.end('{"result": [], "error": false}')
    })
    const url = await serverThat((_request, response) => {
      response.writeHead(status, { Location: `${elsewhere}/queues` })
      response.end()
    })
    const api = await runningApi()
    const client = api.client(api.keys, { apiUrl: url })
    expect(await read(client)).toEqual({ ok: false, failure: { kind: 'unexpected' } })
    expect(await dial(client)).toEqual({ ok: false, failure: { kind: 'unexpected' } })
    expect(strayCount).toBe(0)
  })

  test('is in no failure, nor any eight characters of it', async () => {
    const api = await runningApi()
    const wrong = { user: 'canary-u-0123456789', developer: 'v360_dev_canary-d-0123456789' }
    const seen: unknown[] = []
    for (const [, faults] of failures) {
      await api.setFaults({ ...faults })
      const client = api.client()
      seen.push(await client.getProfile(), await dial(client), await send(client))
    }
    await api.setFaults({})
    seen.push(await dial(api.client(wrong)), await read(api.client(wrong)))
    // A user key where a developer key belongs: the API tells a part of it back, in `details.provided_key`.
    seen.push(await read(api.client({ developer: api.keys.user })))
    const text = JSON.stringify(seen)
    const pieces = [...Object.values(api.keys), ...Object.values(wrong)].flatMap((key) =>
      Array.from({ length: key.length - 7 }, (_, at) => key.slice(at, at + 8))
    )
    expect(pieces.filter((piece) => text.includes(piece))).toEqual([])
  })
})
