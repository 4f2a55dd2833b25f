import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream'
import { Kvm } from '@nats-io/kv'
import type { Msg, NatsConnection } from '@nats-io/transport-node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  eventStream,
  relayedEventSchema,
  teamBucket,
  workBucket,
  workStream
} from '../../../src/main/core/team/index.ts'
import { webhookBody } from '../../fakes/webhook-samples.ts'
import { hasNatsServer, type NatsServer, startNatsServer } from '../team/nats-server.ts'
import { startPassingProxy } from './passing-proxy.ts'
import {
  connectToServer,
  openRelay,
  otherToken,
  password,
  type RunningRelay,
  startServer
} from './relay-under-test.ts'

const { name: stream } = eventStream
const dialing = (more: Readonly<Record<string, unknown>> = {}) =>
  webhookBody('USER_DIAL', { call_id: 'c1', extension: '1001', from: '1001', to: '1002', ...more })

describe.skipIf(!hasNatsServer)('A relay', () => {
  let server: NatsServer
  let nats: NatsConnection
  let jsm: JetStreamManager
  let relay: RunningRelay

  beforeAll(async () => {
    server = await startServer()
    nats = await connectToServer(server)
    jsm = await jetstreamManager(nats)
  })
  afterAll(async () => {
    await nats?.close()
    await server?.remove()
  })
  beforeEach(async () => {
    relay = await openRelay(server)
    await expect.poll(async () => (await relay.ask('/readyz')).status).toBe(200)
  })
  afterEach(async () => {
    await relay.stop()
    for await (const { config } of jsm.streams.list()) await jsm.streams.delete(config.name)
  })

  const stored = async (): Promise<readonly string[]> => {
    const { state } = await jsm.streams.info(stream, { subjects_filter: '>' })
    return Object.entries(state.subjects ?? {}).flatMap(([subject, count]) => Array(count).fill(subject))
  }

  test('stores an event once, under the subject of whom it is about, and answers after that', async () => {
    const live: Msg[] = []
    nats.subscribe(`${eventStream.live}.>`, { callback: (_, message) => void live.push(message) })
    await nats.flush()
    expect(await relay.post(dialing())).toBe(200)
    expect(await relay.post(dialing())).toBe(200)
    expect(await stored()).toEqual(['voice360.in.61.USER_DIAL.1001.-.1002'])
    await expect.poll(() => live.length).toBe(1)
    const [copy] = live
    expect(copy?.subject).toBe('voice360.event.61.USER_DIAL.1001.-.1002')
    expect(copy?.headers?.get('Nats-Sequence')).toBe('1')
    const event = relayedEventSchema.parse(copy?.json())
    expect(copy?.headers?.get('Nats-Msg-Id')).toBe(`61:${event.key}`)
    expect(event).toMatchObject({ name: 'USER_DIAL', accountId: '61', method: 'POST', raw: dialing() })
    expect(Object.keys(event)).not.toContain('metadata')
  })

  test('gives what says only which call it is to whom the call was about', async () => {
    await relay.post(
      webhookBody('INCOMING_EXTERNAL_CALL', { call_id: 'c7', to: '5559876543', queue: 'Help' })
    )
    await relay.post(webhookBody('USER_ANSWER', { call_id: 'c7', extension: '1001' }))
    await relay.post(webhookBody('CALL_ENDED', { call_id: 'c7' }))
    const line = '=2B15559876543'
    expect((await stored()).toSorted()).toEqual([
      `voice360.in.61.CALL_ENDED.1001.Help.${line}`,
      `voice360.in.61.INCOMING_EXTERNAL_CALL.-.Help.${line}`,
      `voice360.in.61.USER_ANSWER.1001.Help.${line}`
    ])
  })

  test('gives a call’s beginning that comes late what its other events told', async () => {
    await relay.post(webhookBody('USER_ANSWER', { call_id: 'c9', extension: '1001' }))
    await relay.post(webhookBody('INCOMING_EXTERNAL_CALL', { call_id: 'c9', queue: 'Help' }))
    await relay.post(webhookBody('CALL_ENDED', { call_id: 'c9' }))
    const [end, beginning] = (await stored()).toSorted()
    expect(beginning).toMatch(/^voice360\.in\.61\.INCOMING_EXTERNAL_CALL\.1001\.Help\./)
    expect(end).toMatch(/^voice360\.in\.61\.CALL_ENDED\.1001\.Help\./)
  })

  test('keeps what events of one call tell that come at the same time, to it or to another', async () => {
    const other = await openRelay(server)
    onTestFinished(() => other.stop())
    await expect.poll(async () => (await other.ask('/readyz')).status).toBe(200)
    const calls = Array.from({ length: 20 }, (_, at) => `together-${at}`)
    await Promise.all(
      calls.flatMap((call_id) => [
        relay.post(webhookBody('INCOMING_EXTERNAL_CALL', { call_id, to: '5559876543', queue: 'Help' })),
        other.post(webhookBody('USER_ANSWER', { call_id, extension: '1001' }))
      ])
    )
    await Promise.all(calls.map((call_id) => relay.post(webhookBody('CALL_ENDED', { call_id }))))
    const ends = (await stored()).filter((subject) => subject.includes('CALL_ENDED'))
    expect(new Set(ends)).toEqual(new Set(['voice360.in.61.CALL_ENDED.1001.Help.=2B15559876543']))
  })

  test('takes events though it cannot remember calls', async () => {
    await jsm.streams.delete('KV_voice360_calls')
    expect(await relay.post(webhookBody('CALL_ENDED', { call_id: 'c8' }))).toBe(200)
    expect(await stored()).toEqual(['voice360.in.61.CALL_ENDED.-.-.-'])
    expect((await relay.ask('/metrics')).text).toMatch(/voice360_relay_call_scope_failures_total [1-9]/)
  })

  test('of another region reads its numbers, and takes no event of another account', async () => {
    const toBerlin = JSON.stringify({
      event_name: 'SMS_RECEIVED',
      metadata: { message_id: 'm', to: '030 1234567' }
    })
    expect(await relay.post(toBerlin, otherToken)).toBe(200)
    expect(await relay.post(dialing(), otherToken)).toBe(403)
    expect(await stored()).toEqual(['voice360.in.62.SMS_RECEIVED.-.-.=2B49301234567'])
  })

  test('beside another that gets the same event stores it once', async () => {
    const other = await openRelay(server)
    await expect.poll(async () => (await other.ask('/readyz')).status).toBe(200)
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => {
        const event = dialing({ call_id: `c${Math.floor(at / 2)}` })
        return (at % 2 === 0 ? relay : other).post(event)
      })
    )
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(await stored()).toHaveLength(20)
    await other.stop()
  })

  test('tells how it does', async () => {
    await relay.post(dialing())
    await relay.post(dialing())
    await relay.post(webhookBody('CALL_ENDED', {}))
    await relay.post('nonsense')
    await relay.post('{}', 'x')
    expect(await relay.ask('/healthz')).toEqual({ status: 200, text: 'OK\n' })
    expect((await relay.ask('/')).status).toBe(404)
    const { text } = await relay.ask('/metrics')
    for (const line of [
      'events_accepted_total{account="61",duplicate="false"} 2',
      'events_accepted_total{account="61",duplicate="true"} 1',
      'requests_refused_total{reason="not-an-event",account="61"} 1',
      'requests_refused_total{reason="not-found",account=""} 1',
      'events_unaddressed_total{account="61"} 1',
      'publish_seconds_count 3',
      'nats_connected 1'
    ]) {
      expect(text).toContain(`voice360_relay_${line}\n`)
    }
    expect(text).toMatch(/last_event_timestamp_seconds\{account="61",event="CALL_ENDED"\} \d{10}/)
  })

  test('sets the streams up anew when they are gone, and changes nothing where they are right', async () => {
    const told: string[] = []
    nats.subscribe('$JS.EVENT.ADVISORY.STREAM.UPDATED.>', {
      callback: (_, { subject }) => void told.push(subject)
    })
    const again = await openRelay(server)
    await expect.poll(async () => (await again.ask('/readyz')).status).toBe(200)
    await again.stop()
    expect(told).toEqual([])
    const config = await jsm.streams.info(stream).then((info) => info.config)
    expect(config).toMatchObject({
      allow_direct: true,
      duplicate_window: 3_600e9,
      max_age: 86_400e9,
      max_bytes: 67_108_864,
      republish: { src: 'voice360.in.>', dest: 'voice360.event.>' }
    })
    const other = await openRelay(server, {
      retention: { maxAgeHours: 48, maxBytes: 33_554_432, replicas: 1 }
    })
    await expect.poll(async () => (await other.ask('/readyz')).status).toBe(200)
    await other.stop()
    expect(told).toEqual([expect.stringContaining(stream)])
    expect((await jsm.streams.info(stream)).config).toMatchObject({
      max_age: 172_800e9,
      max_bytes: 33_554_432
    })
  })

  test('makes buckets whose changes are told live', async () => {
    const told: string[] = []
    nats.subscribe(`${workStream.live}.>`, { callback: (_, { subject }) => void told.push(subject) })
    const work = await new Kvm(nats).open(workBucket)
    await work.put('61.claim.c1', 'mine')
    await expect.poll(() => told).toEqual([`${workStream.live}.61.claim.c1`])
    expect((await (await new Kvm(nats).open(teamBucket)).status()).history).toBe(1)
    expect((await jsm.streams.info('KV_voice360_calls')).config).toMatchObject({
      storage: 'memory',
      max_age: 14_400e9
    })
    expect((await jsm.streams.info('KV_voice360_leader')).config).toMatchObject({
      storage: 'file',
      max_age: 8e9
    })
  })
})

describe.skipIf(!hasNatsServer)('While NATS', () => {
  let server: NatsServer
  let relay: RunningRelay
  const readiness = async () => (await relay.ask('/readyz')).status

  beforeEach(async () => {
    server = await startServer()
    relay = await openRelay(server)
    await expect.poll(readiness).toBe(200)
  })
  afterEach(async () => {
    await relay.stop()
    await server.remove()
  })

  test('is away an event is asked for again, and stored once it is back', async () => {
    expect(await relay.post(dialing())).toBe(200)
    await server.kill()
    await expect.poll(readiness).toBe(503)
    expect((await relay.ask('/readyz')).text).toBe('The connection is lost.\n')
    expect((await relay.ask('/healthz')).status).toBe(200)
    expect(await relay.post(dialing({ call_id: 'c2' }))).toBe(503)
    await server.start()
    await expect.poll(readiness, { timeout: 10_000 }).toBe(200)
    expect(await relay.post(dialing({ call_id: 'c2' }))).toBe(200)
    const nats = await connectToServer(server)
    // What was acknowledged is still there, and the bucket in memory is there again.
    const jsm = await jetstreamManager(nats)
    expect((await jsm.streams.info(stream)).state.messages).toBe(2)
    expect((await jsm.streams.info('KV_voice360_calls')).state.messages).toBe(1)
    await nats.close()
  })

  test('falls silent without a word, the relay takes events by another connection within seconds', async () => {
    const proxy = await startPassingProxy(server.port)
    const behind = await openRelay(proxy)
    onTestFinished(() => behind.stop())
    await expect.poll(() => behind.post(dialing())).toBe(200)
    proxy.hushThoseThatAreOpen()
    expect(await behind.post(dialing({ call_id: 'c2' }))).toBe(503)
    await expect.poll(() => behind.post(dialing({ call_id: 'c2' })), { timeout: 15_000 }).toBe(200)
  })

  test('takes an event and does not say so, 503 is answered in time, and a second delivery is the same event', async () => {
    server.pause()
    expect(await relay.post(dialing())).toBe(503)
    server.resume()
    await expect.poll(() => relay.post(dialing()), { timeout: 10_000 }).toBe(200)
    const nats = await connectToServer(server)
    expect((await (await jetstreamManager(nats)).streams.info(stream)).state.messages).toBe(1)
    await nats.close()
  })
})

describe.skipIf(!hasNatsServer)('Where NATS', () => {
  const user = `user: relay, password: "${password}"`
  test.each([
    [
      'has no JetStream for it',
      `accounts { A: { users: [{ ${user} }] } }`,
      /^NATS has no JetStream for this account/
    ],
    [
      'does not let it use JetStream',
      `authorization { users: [{ ${user}, permissions: { publish: "voice360.>", subscribe: "_INBOX.>" } }] }`,
      /^The relay's credentials do not allow it to publish \$JS\.API\.INFO\.$/m
    ],
    [
      'does not know it',
      'authorization { users: [{ user: relay, password: another }] }',
      /^NATS does not take the credentials of the relay\.$/m
    ]
  ])('%s, it says so, and works as soon as that is put right', async (_, config, reason) => {
    const server = await startNatsServer({ config })
    const relay = await openRelay(server)
    await expect.poll(async () => (await relay.ask('/readyz')).text, { timeout: 8_000 }).toMatch(reason)
    expect(await relay.post(dialing())).toBe(503)
    expect(relay.log.lines.filter(({ message }) => message === 'NATS cannot be used')).toHaveLength(1)
    server.reload(`authorization { users: [{ ${user} }] }`)
    await expect.poll(() => relay.post(dialing()), { timeout: 15_000 }).toBe(200)
    await relay.stop()
    await server.remove()
  })
})
