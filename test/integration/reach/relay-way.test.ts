import { beforeEach, describe, expect, test } from 'vitest'
import type { ReachService } from '../../../src/main/core/reach/index.ts'
import { writeInvitation } from '../../../src/main/core/team/index.ts'
import { settled } from '../../fakes/manual-clock.ts'
import { sampleInvitation, samplePulse } from '../../fakes/sample-team.ts'
import { connectedState, storePulse } from '../../fakes/scripted-team-link.ts'
import { type Bench, createBench, deliver, isRefused } from './reach-bench.ts'

const relay = { kind: 'relay' } as const
const lost = { state: 'disconnected', code: 'lost', detail: '' } as const
const hourMs = 3_600_000

let bench: Bench

beforeEach(() => {
  bench = createBench()
  bench.teamLink.onConnect = (connection) => {
    storePulse(connection, 61, samplePulse(bench.clock.nowMs()))
    connection.become(connectedState)
  }
})

async function join(): Promise<void> {
  await bench.team.check(writeInvitation(sampleInvitation()))
  expect(await bench.team.join()).toMatchObject({ ok: true })
  await settled()
}

/** A computer that hears by the relay. */
async function joined(): Promise<ReachService> {
  await bench.team.start()
  const reach = await bench.started()
  await join()
  await caughtUp()
  return reach
}

async function caughtUp(isCaughtUp = true): Promise<void> {
  bench.followers.latest().isCaughtUp.set(isCaughtUp)
  await settled()
}

test('joining closes the listener, leaving opens it again: never are there two ways in', async () => {
  await bench.team.start()
  bench.choose({ kind: 'own-url', url: 'https://calls.example' })
  const reach = await bench.started()
  const local = `http://127.0.0.1:${bench.port()}/`
  expect(await isRefused(local)).toBe(false)
  const tunnels = bench.tunnels.opened.length
  await join()
  await expect.poll(() => isRefused(local)).toBe(true)
  expect(bench.tunnels.latest().isClosed()).toBe(true)
  expect(reach.current.get()).toMatchObject({
    state: 'degraded',
    reason: 'team.catchingUp',
    webhookUrl: null,
    isPublic: false,
    tunnel: { kind: 'relay', state: 'up', url: 'tls://nats.example.com' }
  })
  await caughtUp()
  expect(reach.current.get()).toMatchObject({ state: 'listening', reason: null, check: null })
  expect(bench.tunnels.opened).toHaveLength(tunnels)

  await bench.team.leave()
  await expect.poll(() => reach.current.get().webhookUrl).not.toBeNull()
  expect(bench.followers.latest().state()).toBe('stopped')
  expect(await deliver(reach)).toBe(200)
})

test('where the relay is chosen from the start, no listener is opened', async () => {
  await joined()
  const reach = await bench.started()
  expect(reach.current.get()).toMatchObject({ webhookUrl: null, tunnel: { kind: 'relay' } })
})

test('an event that comes by the relay is counted and told as one that was posted here', async () => {
  const reach = await joined()
  const { take } = bench.followers.latest().given
  const event = {
    key: 'k',
    name: 'CALL_ENDED',
    accountId: '61',
    occurredAtMs: 8_000,
    receivedAtMs: 8_500,
    method: 'POST',
    raw: '{}',
    tokenId: 'a'
  }
  const data = Buffer.from(JSON.stringify(event))
  await take({ subject: '61.-', seq: 41, previousSeq: 0, data, isDeleted: false }, 41)
  expect(reach.current.get()).toMatchObject({ lastEventAtMs: 8_500, eventCount: 1 })
  expect(bench.stored).toEqual(['CALL_ENDED'])
})

test('it is not certain while the relay is silent, and deaf without a connection, with the reason', async () => {
  const reach = await joined()
  await bench.clock.advance(15_000)
  expect(reach.current.get()).toMatchObject({
    state: 'degraded',
    reason: 'team.relaySilent',
    sinceMs: 24_000
  })
  bench.teamLink.latest().pulse(samplePulse(24_000))
  expect(reach.current.get()).toMatchObject({ state: 'listening', reason: null })
  bench.teamLink.latest().become(lost)
  expect(reach.current.get()).toMatchObject({
    state: 'deaf',
    reason: 'team.trouble.lost {"server":"nats.example.com:4222"}',
    tunnel: { state: 'down' }
  })
})

test('that the invitation ends is said a week before, though nothing else happens', async () => {
  await bench.team.start()
  const reach = await bench.started()
  const expiresAtMs = 9_000 + 8 * 24 * hourMs
  await bench.team.check(writeInvitation(sampleInvitation({ expiresAtMs })))
  await bench.team.join()
  await settled()
  await caughtUp()
  bench.teamLink.latest().pulse(samplePulse(10_000))
  expect(reach.current.get().reason).toBeNull()
  await bench.clock.advance(24 * hourMs + 60_000)
  expect(reach.current.get().reason).toContain('team.endsSoon {"count":6}')
})

describe('the times nothing could be heard', () => {
  test('are none where all was caught up after hours without a connection', async () => {
    const reach = await joined()
    bench.teamLink.latest().become(lost)
    await caughtUp(false)
    await bench.clock.advance(8 * hourMs)
    bench.teamLink.latest().become(connectedState)
    await settled()
    expect(reach.current.get()).toMatchObject({
      state: 'degraded',
      reason: expect.stringContaining('team.catchingUp')
    })
    await caughtUp()
    expect(await reach.listGaps()).toEqual([])
    expect(bench.gaps()).toBe(0)
  })

  test('go to where the stream begins again, where its retention took some', async () => {
    const reach = await joined()
    const { given } = bench.followers.latest()
    await given.savePosition(40)
    bench.teamLink.latest().become(lost)
    await caughtUp(false)
    await bench.clock.advance(8 * hourMs)
    const nowMs = bench.clock.nowMs()
    const firstAtMs = nowMs - 2 * hourMs
    storePulse(bench.teamLink.latest(), 61, samplePulse(nowMs, { firstSeq: 60, firstAtMs, lastSeq: 90 }))
    bench.teamLink.latest().become(connectedState)
    await settled()
    await caughtUp()
    expect(await reach.listGaps()).toEqual([
      { fromMs: 9_000, toMs: firstAtMs, reason: 'team.lost.no-longer-kept' }
    ])
    expect(bench.gaps()).toBe(1)
  })

  test('begin when the relay was heard last, where the connection broke without a sign', async () => {
    await joined()
    await bench.clock.advance(5_000)
    bench.teamLink.latest().pulse(samplePulse(14_000))
    bench.clock.sleep(hourMs)
    await bench.clock.advance(30_000)
    bench.teamLink.latest().become(lost)
    await settled()
    expect(bench.ledger.listeningEnds).toMatchObject([{ atMs: 14_000 }])
  })
})

test('a computer that wakes asks the server, and connects anew where it does not answer', async () => {
  await joined()
  const { length } = bench.teamLink.opened
  bench.teamLink.latest().asking = () => new Promise(() => undefined)
  bench.resumed.emit()
  await bench.clock.advance(1_000 + 2_500)
  expect(bench.teamLink.opened).toHaveLength(length + 1)
})

test('stopped, it waits for nothing more', async () => {
  const reach = await joined()
  await reach.stop()
  await bench.team.stop()
  expect(bench.timers()).toBe(0)
  expect(reach.current.get()).toMatchObject({ state: 'deaf', reason: null })
})

test('the relay cannot be chosen without an invitation', async () => {
  await bench.team.start()
  const reach = await bench.started()
  expect(await reach.chooseTunnel(relay, null)).toMatchObject({ failure: { code: 'no-invitation' } })
  expect(reach.current.get().tunnel.kind).toBe('none')
})

test('stopped while it goes over to another way, nothing goes on behind', async () => {
  const reach = await joined()
  bench.choose({ kind: 'none' })
  await reach.stop()
  await bench.team.stop()
  await bench.clock.advance(120_000)
  expect(bench.timers()).toBe(0)
})
