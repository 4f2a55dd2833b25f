import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  createTunnelSupervisor,
  type TunnelSupervisor
} from '../../../../../src/main/core/reach/tunnel-supervisor.ts'
import type { OwnWayChoice } from '../../../../../src/shared/domain/tunnel.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { type ScriptedTunnels, scriptedTunnels } from '../../../../fakes/scripted-tunnels.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const quick: OwnWayChoice = { kind: 'cloudflared-quick' }
const named: OwnWayChoice = { kind: 'cloudflared-named', url: 'https://calls.example' }
const address = 'https://brave-fox.example'
const ended = { code: 'ended', detail: '' } as const
const refused = { code: 'refused', detail: 'Unauthorized' } as const

let clock: ManualClock
let tunnels: ScriptedTunnels
let log: ReturnType<typeof createRecordingLog>
let readSecret: () => Promise<string | null>
let supervisor: TunnelSupervisor

beforeEach(() => {
  clock = createManualClock()
  tunnels = scriptedTunnels()
  log = createRecordingLog()
  readSecret = () => Promise.resolve('s3cret')
  supervisor = createTunnelSupervisor({
    tunnels,
    readSecret: () => readSecret(),
    clock,
    log,
    t: textByKey,
    random: () => 0.5
  })
  onTestFinished(() => supervisor.stop())
})

const status = () => supervisor.status.get()
const trouble = (code: string, program = 'cloudflared') => `reach.trouble.${code} {"program":"${program}"}`

async function use(choice: OwnWayChoice): Promise<void> {
  supervisor.use(choice, 36_036)
  await settled()
}

describe('opening', () => {
  test('it opens what is chosen towards the port, and tells where it leads from', async () => {
    await use(quick)
    expect(tunnels.latest().order).toEqual({ choice: quick, secret: null, localPort: 36_036 })
    expect(status()).toMatchObject({ kind: 'cloudflared-quick', state: 'starting', url: null, reason: null })
    tunnels.latest().onUp(`${address}/`)
    expect(status()).toMatchObject({ state: 'up', url: address })
    tunnels.latest().onUp('https://calm-owl.example')
    expect(status()).toMatchObject({ state: 'up', url: 'https://calm-owl.example' })
  })

  test('a way that needs a secret gets it from the keychain', async () => {
    await use(named)
    expect(tunnels.latest().order.secret).toBe('s3cret')
    expect(status().url).toBe('https://calls.example')
    expect(JSON.stringify(log.lines)).not.toContain('s3cret')
  })

  test.each([
    ['there is none', () => Promise.resolve(null)],
    ['the keychain is locked', () => Promise.reject(new Error('locked'))]
  ])('without its secret it is not opened: %s', async (_name, read) => {
    readSecret = read
    await use(named)
    expect(tunnels.opened).toEqual([])
    expect(status()).toMatchObject({ state: 'waiting', reason: trouble('no-secret') })
    readSecret = () => Promise.resolve('s3cret')
    await clock.advance(60_000)
    expect(tunnels.opened).toHaveLength(1)
  })

  test('one that says nothing at all for a minute is closed and opened again', async () => {
    await use(quick)
    await clock.advance(60_000)
    expect(tunnels.opened[0]?.isClosed()).toBe(true)
    expect(status()).toMatchObject({ state: 'waiting', reason: trouble('no-connection') })
    await clock.advance(1_000)
    expect(tunnels.opened).toHaveLength(2)
  })
})

describe('after its end', () => {
  test('it is opened again, each time after twice as long, up to a minute', async () => {
    await use(quick)
    const waits: number[] = []
    for (let time = 0; time < 9; time += 1) {
      tunnels.latest().onEnded(ended)
      const { nextTryAtMs } = status()
      const waitMs = (nextTryAtMs ?? 0) - clock.nowMs()
      expect(status()).toMatchObject({ state: 'waiting', reason: trouble('ended') })
      waits.push(waitMs / 1_000)
      await clock.advance(waitMs - 1)
      expect(tunnels.opened).toHaveLength(time + 1)
      await clock.advance(1)
      expect(tunnels.opened).toHaveLength(time + 2)
      expect(status()).toMatchObject({ state: 'starting', reason: trouble('ended'), nextTryAtMs: null })
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  test.each([
    [59_999, 8],
    [60_000, 1]
  ])('up for %i ms it is tried again after %i s', async (upMs, seconds) => {
    await use(quick)
    for (const waitMs of [1_000, 2_000, 4_000]) {
      tunnels.latest().onEnded(ended)
      await clock.advance(waitMs)
    }
    tunnels.latest().onUp(address)
    await clock.advance(upMs)
    tunnels.latest().onEnded(ended)
    expect(status().nextTryAtMs).toBe(clock.nowMs() + seconds * 1_000)
  })

  test('tries are spread, so that many computers do not come back as one', async () => {
    for (const [random, waitMs] of [
      [0, 900],
      [1, 1_100]
    ] as const) {
      const other = createTunnelSupervisor({
        tunnels,
        readSecret,
        clock,
        log,
        t: textByKey,
        random: () => random
      })
      other.use(quick, 1)
      await settled()
      tunnels.latest().onEnded(ended)
      expect(other.status.get().nextTryAtMs).toBe(clock.nowMs() + waitMs)
      await other.stop()
    }
  })

  test.each(['refused', 'no-program', 'unknown-host-key'] as const)(
    'what only a person can mend is tried once a minute: %s',
    async (code) => {
      await use(quick)
      tunnels.latest().onEnded({ code, detail: '' })
      expect(status()).toMatchObject({ reason: trouble(code), nextTryAtMs: clock.nowMs() + 60_000 })
      await clock.advance(60_000)
      expect(tunnels.opened).toHaveLength(2)
    }
  )

  test('the words of the program are told where it refused, and cut where they are long', async () => {
    await use(quick)
    tunnels.latest().onEnded({ ...refused, detail: 'x'.repeat(5_000) })
    expect(status().reason).toMatch(/^reach\.troubleSaid /)
    expect(status().reason?.length).toBeLessThan(300)
  })
})

test('down for two minutes, it is opened again where its address stays the same', async () => {
  await use(named)
  for (let time = 1; time <= 2; time += 1) {
    tunnels.latest().onUp('https://calls.example')
    await clock.advance(60_000)
    tunnels.latest().onDown({ code: 'no-network', detail: '' })
    await clock.advance(119_999)
    expect(tunnels.opened).toHaveLength(time)
    await clock.advance(1)
    expect(status()).toMatchObject({ state: 'waiting', reason: trouble('no-network') })
    expect(tunnels.latest().isClosed()).toBe(true)
    await clock.advance(1_000)
    expect(tunnels.opened).toHaveLength(time + 1)
  }
  tunnels.latest().onUp('https://calls.example')
  tunnels.latest().onDown({ code: 'no-network', detail: '' })
  await clock.advance(119_999)
  tunnels.latest().onUp('https://calls.example')
  await clock.advance(600_000)
  expect(tunnels.opened).toHaveLength(3)
})

test('where that would give it another address, its program tries by itself, and it is left alone', async () => {
  await use(quick)
  tunnels.latest().onUp(address)
  tunnels.latest().onDown({ code: 'no-network', detail: '' })
  expect(status()).toMatchObject({ state: 'down', url: address, reason: trouble('no-network') })
  await clock.advance(600_000)
  expect(tunnels.opened).toHaveLength(1)
  tunnels.latest().onUp(address)
  expect(status()).toMatchObject({ state: 'up', reason: null })
})

describe('changing', () => {
  test('another choice closes the one before, whose late words count for nothing', async () => {
    await use(quick)
    const before = tunnels.latest()
    before.onUp(address)
    await use({
      kind: 'ssh',
      destination: 'me@host',
      port: null,
      remotePort: 9_000,
      url: 'https://ssh.example'
    })
    expect(before.isClosed()).toBe(true)
    before.onUp('https://late.example')
    before.onDown(ended)
    before.onEnded(ended)
    expect(status()).toMatchObject({
      kind: 'ssh',
      state: 'starting',
      url: 'https://ssh.example',
      reason: null
    })
    await clock.advance(50_000)
    expect(tunnels.opened).toHaveLength(2)
  })

  test('the next is opened only when the one before is gone', async () => {
    const gone = Promise.withResolvers<void>()
    tunnels.closing = () => gone.promise
    await use(quick)
    supervisor.restart()
    await settled()
    expect(tunnels.opened).toHaveLength(1)
    gone.resolve()
    await settled()
    expect(tunnels.opened).toHaveLength(2)
  })

  test('but not later than in five seconds, and not never where closing fails', async () => {
    tunnels.closing = () => new Promise(() => {})
    await use(quick)
    supervisor.restart()
    await clock.advance(5_000)
    expect(tunnels.opened).toHaveLength(2)
    tunnels.closing = () => Promise.reject(new Error('cannot be killed'))
    supervisor.restart()
    await settled()
    expect(tunnels.opened).toHaveLength(3)
  })

  test('of several restarts at once only one opens', async () => {
    await use(quick)
    supervisor.restart()
    supervisor.restart()
    supervisor.restart()
    await settled()
    expect(tunnels.opened.map(({ isClosed }) => isClosed())).toEqual([true, false])
  })

  test('a restart does not wait for the next try, and counts from the first wait again', async () => {
    await use(quick)
    for (const waitMs of [1_000, 2_000]) {
      tunnels.latest().onEnded(ended)
      await clock.advance(waitMs)
    }
    tunnels.latest().onEnded(ended)
    supervisor.restart()
    await settled()
    expect(tunnels.opened).toHaveLength(4)
    tunnels.latest().onEnded(ended)
    expect(status().nextTryAtMs).toBe(clock.nowMs() + 1_000)
  })

  test('none closes it, and nothing is tried again', async () => {
    await use(quick)
    const { isClosed, ...before } = tunnels.latest()
    await use({ kind: 'none' })
    expect(isClosed()).toBe(true)
    before.onEnded(ended)
    supervisor.restart()
    await clock.advance(600_000)
    expect(tunnels.opened).toHaveLength(1)
    expect(status()).toEqual({ kind: 'none', state: 'off', url: null, reason: null, nextTryAtMs: null })
  })
})

describe('stopping', () => {
  test('waits until what was started is gone', async () => {
    const gone = Promise.withResolvers<void>()
    tunnels.closing = () => gone.promise
    await use(quick)
    let isStopped = false
    const stopping = supervisor.stop().finally(() => {
      isStopped = true
    })
    await settled()
    expect(isStopped).toBe(false)
    gone.resolve()
    await stopping
    expect(status().state).toBe('off')
  })

  test('while the keychain is asked, it opens nothing afterwards', async () => {
    const kept = Promise.withResolvers<string>()
    readSecret = () => kept.promise
    await use(named)
    await supervisor.stop()
    kept.resolve('s3cret')
    await clock.advance(600_000)
    expect(tunnels.opened).toEqual([])
  })

  test('while it waits for the next try, there is none', async () => {
    await use(quick)
    tunnels.latest().onEnded(ended)
    await supervisor.stop()
    await clock.advance(600_000)
    expect(tunnels.opened).toHaveLength(1)
  })
})
