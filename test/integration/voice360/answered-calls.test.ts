import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createVoice360Api } from '../../../src/main/core/voice360/index.ts'
import type { ApiCallEntry } from '../../../src/shared/domain/diagnostics.ts'
import { runningApi, serverThat } from './running-api.ts'

type Told = Omit<ApiCallEntry, 'id'>

const outbound = { from: '1001', to: '+12125550101', callerId: '+15559876543', isRecorded: true }
const text = { from: '+15559876543', to: '+12125550101', message: 'Hello there' }

/** A client of `apiUrl`, with what it told of its requests. */
function listeningTo(apiUrl: string, timeoutMs = 10_000) {
  const told: Told[] = []
  const client = createVoice360Api({
    apiUrl,
    accountId: 61,
    keys: { user: 'user-key-of-this-test', developer: 'developer-key-of-this-test' },
    timeoutMs,
    onAnswered: (call) => void told.push(call)
  })
  return { client, told }
}

const inShort = (told: readonly Told[]): readonly string[] =>
  told.map(({ method, path, status }) => `${method} ${path} ${status}`)

test('reads and writes are told with their status, time and what is left', async () => {
  const api = await runningApi()
  const told: Told[] = []
  const client = api.client(api.keys, { onAnswered: (call) => void told.push(call) })
  const beforeMs = Date.now()
  await client.getAvailability()
  await client.getQueue(100_134)
  await client.getProfile()
  await client.placeCall(outbound)
  await client.sendMessage(text)
  await client.getQueue(1)
  expect(inShort(told)).toEqual([
    'GET /availability 200',
    'GET /queues/100134 200',
    'GET /user 200',
    'POST /call/outbound 200',
    'POST /sms/send 200',
    'GET /queues/1 404'
  ])
  for (const call of told) {
    expect(call.remaining).toBeGreaterThan(0)
    expect(call.limit).toBeGreaterThanOrEqual(call.remaining ?? 0)
    expect(call.tookMs).toBeGreaterThanOrEqual(0)
    expect(call.atMs).toBeGreaterThanOrEqual(beforeMs)
    expect(call.atMs).toBeLessThanOrEqual(Date.now())
  }
})

test('neither numbers, texts nor keys are told', async () => {
  const api = await runningApi()
  const told: Told[] = []
  const client = api.client(api.keys, { onAnswered: (call) => void told.push(call) })
  await client.placeCall(outbound)
  await client.sendMessage(text)
  await client.getNumbers()
  const all = JSON.stringify(told)
  for (const secret of ['2125550101', '5559876543', 'Hello', api.keys.user, api.keys.developer])
    expect(all).not.toContain(secret)
})

describe('what goes wrong', () => {
  test('each try of a read is told', async () => {
    let count = 0
    const { client, told } = listeningTo(
      await serverThat((_request, response) => {
        count += 1
        response.writeHead(count === 1 ? 503 : 200, { 'Retry-After': '0' })
        response.end(JSON.stringify({ error: false, result: [] }))
      })
    )
    expect(await client.getQueues()).toMatchObject({ ok: true })
    expect(inShort(told)).toEqual(['GET /queues 503', 'GET /queues 200'])
    expect(told).toMatchObject([
      { remaining: null, limit: null },
      { remaining: null, limit: null }
    ])
  })

  test('a connection that breaks has no status, and a write is told once', async () => {
    const { client, told } = listeningTo(await serverThat((request) => void request.socket.destroy()))
    expect(await client.placeCall(outbound)).toMatchObject({ ok: false })
    expect(inShort(told)).toEqual(['POST /call/outbound null'])
  })

  test('an answer that takes too long has none either', async () => {
    const { client, told } = listeningTo(await serverThat(() => {}), 50)
    expect(await client.sendMessage(text)).toMatchObject({ ok: false })
    await expect
      .poll(async () => {
        await setImmediate()
        return inShort(told)
      })
      .toEqual(['POST /sms/send null'])
    expect(told[0]?.tookMs).toBeGreaterThan(0)
  })

  test('a redirect is told as such and not followed', async () => {
    const { client, told } = listeningTo(
      await serverThat((_request, response) => {
        response.writeHead(302, { Location: 'http://127.0.0.1:1/elsewhere' }).end()
      })
    )
    await client.getProfile()
    expect(inShort(told)).toEqual(['GET /user 302'])
  })
})
