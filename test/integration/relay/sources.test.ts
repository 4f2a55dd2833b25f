import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { webhookBody } from '../../fakes/webhook-samples.ts'
import { hasNatsServer, type NatsServer } from '../team/nats-server.ts'
import { startRelayProcess } from './relay-process.ts'
import { startServer, token, writeConfig } from './relay-under-test.ts'

const event = webhookBody('SMS_RECEIVED', { message_id: 'm1', to: '+15559876543' })
const allowed = '203.0.113.7'

describe.skipIf(!hasNatsServer)('A relay that takes webhooks from some addresses alone', () => {
  let server: NatsServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server?.remove())

  async function start(sources: {
    readonly allowedSources: readonly string[]
    readonly trustedProxies?: readonly string[]
  }) {
    const config = writeConfig(server, { listen: { host: '127.0.0.1', port: 0, ...sources } })
    onTestFinished(config.remove)
    const relay = await startRelayProcess(config.file)
    onTestFinished(async () => {
      relay.signal('SIGKILL')
      await relay.ended
    })
    await expect.poll(async () => (await relay.ask('/readyz')).status).toBe(200)
    return {
      async answer(forwardedFor: string | null, by = token) {
        const headers: HeadersInit = forwardedFor === null ? {} : { 'x-forwarded-for': forwardedFor }
        const response = await fetch(relay.url(by), { method: 'POST', body: event, headers })
        return { status: response.status, text: await response.text() }
      },
      refusals: () =>
        relay.lines.flatMap((line) => {
          const { outcome, source } = JSON.parse(line)
          return outcome === 'other-source' ? [source] : []
        })
    }
  }

  test('believes nobody else what is written in X-Forwarded-For', async () => {
    const relay = await start({ allowedSources: [allowed], trustedProxies: ['192.0.2.0/24'] })
    const ofWrongPath = await relay.answer(null, 'wrong')
    expect(ofWrongPath.status).toBe(404)
    expect(await relay.answer(null)).toEqual(ofWrongPath)
    expect(await relay.answer(allowed)).toEqual(ofWrongPath)
    await expect.poll(relay.refusals).toEqual(['127.0.0.1', '127.0.0.1'])
  })

  test('takes them from those, without a proxy too', async () => {
    const relay = await start({ allowedSources: ['127.0.0.0/8'] })
    expect(await relay.answer(null)).toMatchObject({ status: 200 })
    expect(await relay.answer('198.51.100.7')).toMatchObject({ status: 200 })
  })

  test('believes its proxy the end of what is written there', async () => {
    const relay = await start({ allowedSources: [allowed], trustedProxies: ['127.0.0.1'] })
    expect(await relay.answer(allowed)).toMatchObject({ status: 200 })
    for (const from of [null, '198.51.100.7', `${allowed}, 198.51.100.7`])
      expect(await relay.answer(from)).toMatchObject({ status: 404 })
    await expect.poll(relay.refusals).toEqual([null, '198.51.100.7', '198.51.100.7'])
  })
})
