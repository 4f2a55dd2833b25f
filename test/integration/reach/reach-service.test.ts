import { beforeEach, describe, expect, test } from 'vitest'
import { noChanges } from '../../../src/main/core/ports.ts'
import type { ReachService } from '../../../src/main/core/reach/index.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import { unknownReach } from '../../../src/shared/domain/reach.ts'
import { type Bench, createBench, deliver, freePort, isRefused, takenPort } from './reach-bench.ts'

let bench: Bench

beforeEach(() => {
  bench = createBench()
})

const pathOf = ({ current }: ReachService): string => new URL(current.get().webhookUrl ?? '').pathname

test('before it starts nothing gets in', () => {
  expect(bench.create().current.get()).toEqual({ ...unknownReach, reason: 'reach.starting' })
})

test('it listens without proof, until the first event is the proof', async () => {
  bench.ledger.countEvents = () => Promise.resolve({ count: 40, lastReceivedAtMs: 8_000 })
  const reach = await bench.started()
  expect(reach.current.get()).toMatchObject({
    state: 'degraded',
    sinceMs: 9_000,
    isPublic: false,
    reason: 'reach.unproven',
    lastEventAtMs: 8_000,
    eventCount: 40
  })
  await bench.clock.advance(5_000)
  expect(await deliver(reach)).toBe(200)
  expect(reach.current.get()).toMatchObject({
    state: 'listening',
    sinceMs: 14_000,
    reason: null,
    check: null,
    lastEventAtMs: 14_000,
    eventCount: 41
  })
  await bench.clock.advance(5_000)
  await deliver(reach)
  expect(reach.current.get()).toMatchObject({ sinceMs: 14_000, eventCount: 42 })
  expect(bench.stored).toEqual(['CALL_ENDED', 'CALL_ENDED'])
  expect(bench.tunnels.opened).toEqual([])
})

test('the secret in the address is 256 random bits, made once and kept', async () => {
  const first = await bench.started()
  const second = await bench.started()
  expect(pathOf(first)).toMatch(/^\/hooks\/[\w-]{43}$/)
  expect(pathOf(second)).toBe(pathOf(first))
  expect(pathOf(await bench.started({ secrets: new InMemorySecretStore() }))).not.toBe(pathOf(first))
})

test('where the port is taken it listens on another and says so, before and after proof', async () => {
  const wanted = await takenPort()
  const reach = await bench.started({ port: wanted })
  const port = Number(new URL(reach.current.get().webhookUrl ?? '').port)
  expect(port).not.toBe(wanted)
  const note = `reach.portTaken ${JSON.stringify({ wanted, port })}`
  expect(reach.current.get()).toMatchObject({ localPort: port, reason: `${note} reach.unproven` })
  await deliver(reach)
  expect(reach.current.get()).toMatchObject({ state: 'listening', reason: note })
})

test('where no port can be had it is deaf, says why, and opens no tunnel', async () => {
  bench.choose({ kind: 'own-url', url: 'https://calls.example' })
  const reach = await bench.started({ port: 65_536 })
  await bench.clock.advance(60_000)
  expect(reach.current.get()).toMatchObject({
    state: 'deaf',
    webhookUrl: null,
    reason: expect.stringMatching(/^reach\.cannotListen/)
  })
  expect(bench.tunnels.opened).toEqual([])
})

test('stopped, it is deaf, even for what was still being stored', async () => {
  const storing = Promise.withResolvers<Awaited<ReturnType<typeof bench.ledger.appendEvent>>>()
  const asked = Promise.withResolvers<void>()
  bench.ledger.appendEvent = () => {
    asked.resolve()
    return storing.promise
  }
  const reach = await bench.started()
  const delivery = deliver(reach).catch(() => 'broken off')
  await asked.promise
  await reach.stop()
  storing.resolve({ isDuplicate: false, changes: noChanges })
  await expect.poll(() => bench.stored).toEqual(['CALL_ENDED'])
  expect(reach.current.get()).toMatchObject({ state: 'deaf', webhookUrl: null })
  expect(await delivery).toBe('broken off')
  expect(bench.timers()).toBe(0)
})

describe('while it starts', () => {
  beforeEach(() => bench.choose({ kind: 'own-url', url: 'https://calls.example' }))

  test('and waits for the keychain, it can be stopped, and opens nothing afterwards', async () => {
    const answer = Promise.withResolvers<null>()
    const secrets = Object.assign(new InMemorySecretStore(), { read: () => answer.promise })
    const reach = bench.create({ secrets })
    const starting = reach.start()
    await reach.stop()
    answer.resolve(null)
    await starting
    expect(bench.tunnels.opened).toEqual([])
    expect(bench.timers()).toBe(0)
  })

  /** Its way is being opened: the listener does not listen yet. */
  async function opening(
    port = 0
  ): Promise<{ readonly reach: ReachService; readonly starting: Promise<void> }> {
    const { current } = bench.settings
    const begun = Promise.withResolvers<void>()
    const watch: typeof current.watch = (listener) => {
      begun.resolve()
      return current.watch(listener)
    }
    const reach = bench.create({ port, settings: { ...bench.settings, current: { ...current, watch } } })
    const starting = reach.start()
    await begun.promise
    return { reach, starting }
  }

  test('and opens its way, it can be stopped, and leaves nothing open', async () => {
    const { reach, starting } = await opening()
    await reach.stop()
    await starting
    expect(bench.tunnels.opened.filter(({ isClosed }) => !isClosed())).toEqual([])
    expect(bench.timers()).toBe(0)
  })

  test('and opens its way, another that is chosen takes its place', async () => {
    const port = await freePort()
    const { reach, starting } = await opening(port)
    bench.choose({ kind: 'relay' })
    await starting
    await expect.poll(() => reach.current.get().tunnel.kind).toBe('relay')
    expect(await isRefused(`http://127.0.0.1:${port}/`)).toBe(true)
  })
})

describe('the secret of the address', () => {
  test('is replaced with a day in which both are taken', async () => {
    const reach = await bench.started()
    await deliver(reach)
    const oldUrl = reach.current.get().webhookUrl ?? ''
    let coachChanges = 0
    reach.coachChanged.watch(() => {
      coachChanges += 1
    })
    expect(await reach.replaceToken()).toMatchObject({ ok: true })
    const { webhookUrl, oldTokenUntilMs } = reach.current.get()
    expect(webhookUrl).not.toBe(oldUrl)
    expect(oldTokenUntilMs).toBe(9_000 + 24 * 3_600_000)
    expect(reach.current.get()).toMatchObject({ state: 'listening', reason: 'reach.oldToken' })
    expect(coachChanges).toBeGreaterThan(0)
    await bench.clock.advance(24 * 3_600_000)
    expect(reach.current.get()).toMatchObject({ oldTokenUntilMs: null, reason: null })
  })

  test('the one before is no longer taken as soon as the user says so', async () => {
    const reach = await bench.started()
    await reach.replaceToken()
    expect(await reach.revokeOldToken()).toMatchObject({ ok: true, value: { oldTokenUntilMs: null } })
  })

  test('stays where the keychain does not work', async () => {
    const reach = await bench.started()
    const { webhookUrl } = reach.current.get()
    bench.secrets.write = () => Promise.reject(new Error('locked'))
    expect(await reach.replaceToken()).toMatchObject({ ok: false, failure: { message: 'reach.keychain' } })
    expect(reach.current.get().webhookUrl).toBe(webhookUrl)
  })
})

describe('an event asked for', () => {
  test('comes from the simulator', async () => {
    const asked: string[] = []
    const reach = await bench.started({ askSimulator: async (name) => void asked.push(name) })
    expect(await reach.sendTestEvent('SMS_RECEIVED')).toEqual({ ok: true, value: null })
    expect(asked).toEqual(['SMS_RECEIVED'])
    expect(await reach.getCoach()).toMatchObject({ canSendTest: true })
  })

  test('is refused in words where there is none, or where it does not answer', async () => {
    const without = await bench.started()
    expect(await without.sendTestEvent('SMS_RECEIVED')).toMatchObject({
      failure: { message: 'reach.noSimulator' }
    })
    const broken = await bench.started({ askSimulator: () => Promise.reject(new Error('409')) })
    expect(await broken.sendTestEvent('SMS_RECEIVED')).toMatchObject({
      failure: { message: 'reach.simulatorRefused' }
    })
  })
})

test('however many events come, the coach is told once a second, and after the last', async () => {
  const reach = await bench.started()
  let told = 0
  reach.coachChanged.watch(() => {
    told += 1
  })
  for (let event = 0; event < 5; event += 1) await deliver(reach)
  expect(told).toBe(0)
  await bench.clock.advance(1_000)
  expect(told).toBe(1)
  await bench.clock.advance(60_000)
  expect(told).toBe(1)
  await deliver(reach)
  await bench.clock.advance(1_000)
  expect(told).toBe(2)
})
