import { beforeEach, describe, expect, test } from 'vitest'
import type { ReachService } from '../../../src/main/core/reach/index.ts'
import type { Reach } from '../../../src/shared/domain/reach.ts'
import { settled } from '../../fakes/manual-clock.ts'
import { type Bench, createBench, deliver, type Proxy, pass, startProxy } from './reach-bench.ts'

const notice = 'reach.addressChanged'
const hostOf = (url: string): string => new URL(url).host

let bench: Bench
let proxy: Proxy

beforeEach(async () => {
  bench = createBench()
  proxy = await startProxy(() => bench.port())
})

const stateOf = ({ current }: ReachService) => current.get().state
const checked = async ({ current }: ReachService): Promise<void> => {
  await expect.poll(() => current.get().isChecking).toBe(false)
}

/** The app with the proxy as its way in, after its first check. */
async function behindProxy(): Promise<ReachService> {
  bench.choose({ kind: 'own-url', url: proxy.url })
  const reach = await bench.started()
  await pass(bench, reach, 1)
  return reach
}

describe('behind a proxy of one’s own', () => {
  test('the way is opened after the start, and proved by a test that comes the whole way', async () => {
    bench.choose({ kind: 'own-url', url: proxy.url })
    const reach = bench.create()
    const told: unknown[] = []
    reach.current.watch(({ state, reason, isChecking }) => void told.push([state, reason, isChecking]))
    await reach.start()
    expect(reach.current.get()).toMatchObject({
      webhookUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/in\/hooks\/[\w-]{43}$/),
      isPublic: true
    })
    await settled()
    await checked(reach)
    expect(told).toEqual([
      ['deaf', 'reach.tunnelStarting', false],
      ['degraded', 'reach.unchecked', true],
      ['listening', null, false]
    ])
    expect(reach.current.get()).toMatchObject({
      state: 'listening',
      reason: null,
      check: { isPassed: true, reason: null },
      addressChange: null,
      eventCount: 0
    })
    expect(bench.stored).toEqual([])
    expect(await deliver(reach)).toBe(200)
    expect(bench.stored).toEqual(['CALL_ENDED'])
  })

  test('its death is found within fifteen seconds, and that it is back within six', async () => {
    const reach = await behindProxy()
    await proxy.stop()
    await pass(bench, reach, 15)
    const refused = `reach.check.refused ${JSON.stringify({ host: hostOf(proxy.url) })}`
    expect(reach.current.get()).toMatchObject({ state: 'deaf', reason: refused, check: { isPassed: false } })
    await proxy.startAgain()
    await pass(bench, reach, 6)
    expect(stateOf(reach)).toBe('listening')
  })

  test('one that takes requests and never answers is found within fifteen seconds too', async () => {
    const reach = await behindProxy()
    proxy.misbehave = () => {}
    let seconds = 0
    while (stateOf(reach) !== 'deaf' && seconds < 20) {
      await bench.clock.advance(1_000)
      seconds += 1
    }
    expect(seconds).toBeLessThanOrEqual(15)
    expect(reach.current.get().reason).toMatch(/^reach\.check\.timedOut/)
  })

  test.each([
    [404, {}, 'unknownHere'],
    [500, {}, 'nothingBehind'],
    [302, { location: 'https://elsewhere.example/' }, 'redirected'],
    [401, {}, 'guarded']
  ])('where something else answers with %i, it says so', async (status, headers, key) => {
    const reach = await behindProxy()
    proxy.misbehave = (incoming, response) => {
      incoming.resume()
      response.writeHead(status, headers).end('<h1>Hello</h1>')
    }
    await pass(bench, reach, 6)
    expect(stateOf(reach)).toBe('degraded')
    await pass(bench, reach, 2)
    expect(stateOf(reach)).toBe('deaf')
    expect(reach.current.get().reason).toContain(`reach.check.${key}`)
  })

  test('what answers 200 by itself is another computer', async () => {
    const reach = await behindProxy()
    proxy.misbehave = (incoming, response) => {
      incoming.resume()
      response.end('OK')
    }
    await bench.clock.advance(6_000)
    await expect.poll(() => reach.current.get().isChecking).toBe(true)
    // The test may still be on its way, for as long as it is waited for.
    for (let second = 0; second < 9; second += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      await bench.clock.advance(1_000)
    }
    await expect.poll(() => reach.current.get().reason).toContain('reach.check.elsewhere')
  })

  test('a real event proves more than a test that failed', async () => {
    const reach = await behindProxy()
    const answers = [500, 500]
    proxy.misbehave = (incoming, response) => {
      incoming.resume()
      response.writeHead(answers.shift() ?? 500).end()
    }
    await pass(bench, reach, 8)
    expect(stateOf(reach)).toBe('deaf')
    proxy.misbehave = null
    await deliver(reach)
    expect(reach.current.get()).toMatchObject({ state: 'listening', reason: null })
  })

  test('a check that is asked for answers with what came of it', async () => {
    const reach = await behindProxy()
    await proxy.stop()
    const [one, other] = await Promise.all([reach.checkNow(), reach.checkNow()])
    expect(one).toMatchObject({ state: 'degraded', check: { isPassed: false }, isChecking: false })
    expect(other).toBe(one)
  })

  test('after waking it is checked at once', async () => {
    const reach = await behindProxy()
    await proxy.stop()
    bench.resumed.emit()
    await pass(bench, reach, 3)
    expect(stateOf(reach)).toBe('deaf')
  })

  test('secrets are in no line of the log', async () => {
    const reach = await behindProxy()
    await reach.chooseTunnel({ kind: 'ngrok', domain: '' }, 'canary-authtoken')
    await settled()
    bench.tunnels.latest().onUp(proxy.url)
    await checked(reach)
    await proxy.stop()
    await reach.checkNow()
    bench.tunnels.latest().onEnded({ code: 'refused', detail: 'no' })
    expect(bench.log.lines.length).toBeGreaterThan(0)
    const text = JSON.stringify([bench.log.lines, bench.notifier.shown, bench.settings.current.get()])
    expect(text).not.toContain('canary')
    expect(text).not.toContain((reach.current.get().webhookUrl ?? '').split('/').at(-1))
  })
})

describe('the public address', () => {
  const quick = { kind: 'cloudflared-quick' } as const

  async function quickTunnelAt(url: string): Promise<ReachService> {
    const reach = await bench.started()
    await settled()
    bench.tunnels.latest().onUp(url)
    await checked(reach)
    return reach
  }

  test('that became another at a start is said loudly, once, until it is dealt with', async () => {
    bench.choose(quick)
    const first = await quickTunnelAt('http://127.0.0.1:9/old')
    expect(first.current.get().addressChange).toBeNull()
    await first.stop()

    const second = await quickTunnelAt(proxy.url)
    expect(second.current.get()).toMatchObject({
      state: 'degraded',
      reason: notice,
      addressChange: { atMs: 9_000, before: 'http://127.0.0.1:9/old', after: proxy.url }
    })
    expect(bench.notifier.shown).toMatchObject([
      { title: notice, body: `reach.addressNow ${JSON.stringify({ address: proxy.url })}` }
    ])
    bench.notifier.shown[0]?.onActivate()
    expect(bench.host.asked).toContain('mainWindow.show')
    await second.stop()

    const third = await quickTunnelAt(proxy.url)
    expect(third.current.get()).toMatchObject({ state: 'degraded', reason: notice })
    expect(bench.notifier.shown).toHaveLength(1)
    const { value } = (await third.chooseTunnel({ kind: 'none' }, null)) as { value?: Reach }
    expect(value?.addressChange).toBeNull()
    await third.chooseTunnel(quick, null)
    await settled()
    bench.tunnels.latest().onUp(proxy.url)
    await checked(third)
    expect(third.current.get().reason).toBe(notice)
    expect(third.acceptAddress()).toMatchObject({ state: 'listening', reason: null, addressChange: null })
    await third.stop()
    expect((await quickTunnelAt(proxy.url)).current.get().state).toBe('listening')
  })

  test('is told while the tunnel is down, and the one on this computer where there never was any', async () => {
    bench.choose(quick)
    const reach = await bench.started()
    await settled()
    expect(reach.current.get()).toMatchObject({
      isPublic: false,
      webhookUrl: expect.stringMatching(`^http://127\\.0\\.0\\.1:${bench.port()}/hooks/`)
    })
    bench.tunnels.latest().onUp(proxy.url)
    await checked(reach)
    bench.tunnels.latest().onEnded({ code: 'ended', detail: '' })
    expect(reach.current.get()).toMatchObject({
      state: 'deaf',
      reason: 'reach.trouble.ended {"program":"cloudflared"}',
      isPublic: true,
      webhookUrl: expect.stringContaining(proxy.url),
      tunnel: { state: 'waiting', nextTryAtMs: 10_000 }
    })
  })

  test('is no longer told where the user stops using a tunnel', async () => {
    const reach = await behindProxy()
    const opened = bench.tunnels.latest()
    expect(await reach.chooseTunnel({ kind: 'none' }, null)).toMatchObject({
      ok: true,
      value: { state: 'degraded', reason: 'reach.unproven', isPublic: false }
    })
    await settled()
    expect(opened.isClosed()).toBe(true)
  })
})

describe('the tunnel', () => {
  test('that is chosen is opened in the place of the one before, and the same one again with a new secret', async () => {
    const reach = await behindProxy()
    const chosen = { kind: 'cloudflared-named', url: proxy.url } as const
    expect(await reach.chooseTunnel(chosen, null)).toMatchObject({ failure: { code: 'no-secret' } })
    expect(bench.tunnels.opened).toHaveLength(1)
    for (const secret of ['first-token', 'second-token']) await reach.chooseTunnel(chosen, secret)
    await pass(bench, reach, 1)
    expect(bench.tunnels.opened.map(({ isClosed }) => isClosed())).toEqual([true, true, false])
    expect(bench.tunnels.latest().order).toMatchObject({ choice: chosen, secret: 'second-token' })
    expect(stateOf(reach)).toBe('listening')
  })

  test('that does not get through after waking is opened again at once', async () => {
    const reach = await behindProxy()
    await reach.chooseTunnel(
      { kind: 'ssh', destination: 'me@host', port: null, remotePort: 9_000, url: proxy.url },
      null
    )
    await pass(bench, reach, 1)
    await proxy.stop()
    bench.resumed.emit()
    await pass(bench, reach, 1)
    expect(bench.tunnels.opened).toHaveLength(3)
    expect(bench.tunnels.opened.map(({ isClosed }) => isClosed())).toEqual([true, true, false])
  })

  test('that waits for its next try does not wait when the network is back', async () => {
    let network = 'cable'
    bench.choose({ kind: 'cloudflared-quick' })
    await bench.started({ readNetwork: () => network })
    await settled()
    bench.tunnels.latest().onEnded({ code: 'refused', detail: '' })
    network = 'wifi'
    await bench.clock.advance(6_000)
    expect(bench.tunnels.opened).toHaveLength(2)
  })

  test('that is down is left to its program where its address would change, and else opened again', async () => {
    const reach = await behindProxy()
    for (const [choice, count] of [
      [{ kind: 'cloudflared-quick' }, 2],
      [{ kind: 'ssh', destination: 'host', port: null, remotePort: 9_000, url: proxy.url }, 4]
    ] as const) {
      await reach.chooseTunnel(choice, null)
      await settled()
      bench.tunnels.latest().onUp(proxy.url)
      await checked(reach)
      bench.tunnels.latest().onDown({ code: 'no-network', detail: '' })
      bench.resumed.emit()
      await bench.clock.advance(2_000)
      expect(bench.tunnels.opened).toHaveLength(count)
    }
  })
})

describe('what could be heard', () => {
  let written: string[]

  beforeEach(() => {
    written = []
    let isAfterGap = false
    bench.ledger.recordListening = (atMs) => {
      written.push(`hears ${atMs}`)
      const answer = isAfterGap
      isAfterGap = false
      return Promise.resolve(answer)
    }
    bench.ledger.endListening = (atMs, reason) => {
      written.push(`heard until ${atMs}: ${reason.split(' ')[0]}`)
      isAfterGap = true
      return Promise.resolve()
    }
  })

  test('ends with the last proof, and begins as soon as it hears again; then the gap is told', async () => {
    const reach = await behindProxy()
    await pass(bench, reach, 12)
    await proxy.stop()
    await pass(bench, reach, 20)
    const last = reach.current.get().check?.atMs
    await proxy.startAgain()
    await pass(bench, reach, 6)
    expect(written).toEqual([
      'hears 9000',
      'heard until 21000: reach.check.refused',
      expect.stringMatching(/^hears/)
    ])
    expect(Number(written.at(-1)?.split(' ')[1])).toBeGreaterThan(last ?? 0)
    expect(bench.gaps()).toBe(1)
  })

  test('is not ended by the app’s own end', async () => {
    const reach = await behindProxy()
    await reach.stop()
    await bench.clock.advance(120_000)
    expect(written).toEqual(['hears 9000'])
  })
})

test('stopped, nothing goes on', async () => {
  const reach = await behindProxy()
  expect(bench.timers()).toBeGreaterThan(0)
  await reach.replaceToken()
  await deliver(reach)
  await reach.stop()
  const { length } = bench.tunnels.opened
  const told: unknown[] = []
  reach.current.watch((current) => void told.push(current))
  reach.coachChanged.watch(() => void told.push('coach'))
  bench.resumed.emit()
  expect(bench.timers()).toBe(0)
  await bench.clock.advance(48 * 3_600_000)
  expect(told).toEqual([])
  expect(bench.tunnels.opened).toHaveLength(length)
  expect(bench.tunnels.latest().isClosed()).toBe(true)
})

test('stopped while a check is on its way, nothing waits for it', async () => {
  const reach = await behindProxy()
  proxy.misbehave = () => {}
  void reach.checkNow()
  await settled()
  await reach.stop()
  await settled()
  expect(reach.current.get()).toMatchObject({ isChecking: false, webhookUrl: null })
  expect(bench.timers()).toBe(0)
})
