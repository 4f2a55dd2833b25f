import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  type CheckSchedule,
  createCheckSchedule,
  type Way
} from '../../../../../src/main/core/reach/check-schedule.ts'
import type { WayTest } from '../../../../../src/main/core/reach/way-check.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'

const own: Way = { kind: 'own-url', url: 'https://own.example' }
const quick: Way = { kind: 'cloudflared-quick', url: 'https://quick.example' }
const ssh: Way = { kind: 'ssh', url: 'https://ssh.example' }

let clock: ManualClock
let startMs: number
let checked: { readonly url: string; readonly second: number; readonly signal: AbortSignal }[]
let isWhole: boolean
let isOffline: boolean
/** How long a check takes. */
let takesMs: number
let reopened: number
let checks: CheckSchedule

beforeEach(() => {
  clock = createManualClock()
  startMs = clock.nowMs()
  checked = []
  isWhole = true
  isOffline = false
  takesMs = 0
  reopened = 0
  checks = createCheckSchedule({
    check: ({ url }, signal) => {
      checked.push({ url, second: (clock.nowMs() - startMs) / 1_000, signal })
      return new Promise((resolve) => {
        const answer = (): void => resolve(result())
        signal.addEventListener('abort', answer)
        if (takesMs > 0) clock.schedule(takesMs, answer)
        else answer()
      })
    },
    reopen: () => {
      reopened += 1
    },
    clock
  })
  onTestFinished(() => checks.stop())
})

const result = (): WayTest => ({
  atMs: clock.nowMs(),
  isPassed: isWhole,
  tookMs: takesMs,
  reason: isWhole ? null : 'broken',
  isOffline
})
const seconds = () => checked.map(({ second }) => second)
const proof = () => checks.current.get().proof

describe('when the way is checked', () => {
  test.each([
    [own, [0, 6, 12, 18]],
    [ssh, [0, 180, 360, 540]],
    [quick, [0, 180, 360, 540]]
  ])('at once, and then by its kind: %o', async (way, expected) => {
    checks.follow(way)
    await clock.advance((expected.at(-1) ?? 0) * 1_000)
    expect(seconds()).toEqual(expected)
    expect(proof()).toBe('passed')
  })

  test('after one that failed soon again, then every six seconds until it passes', async () => {
    isWhole = false
    checks.follow(ssh)
    await clock.advance(1_000)
    expect(proof()).toBe('doubted')
    await clock.advance(1_000)
    expect(proof()).toBe('refuted')
    await clock.advance(12_000)
    expect(seconds()).toEqual([0, 2, 8, 14])
    isWhole = true
    await clock.advance(6_000)
    expect(proof()).toBe('passed')
    await clock.advance(179_000)
    expect(seconds()).toEqual([0, 2, 8, 14, 20])
  })

  test('a death just after a check is found in 14 seconds where nothing answers at all', async () => {
    checks.follow(own)
    await clock.advance(0)
    isWhole = false
    takesMs = 4_000
    await clock.advance(13_999)
    expect(proof()).toBe('doubted')
    await clock.advance(1)
    expect(proof()).toBe('refuted')
  })

  test('another way is checked at once, and what was told of the one before counts no more', async () => {
    takesMs = 1_000
    checks.follow(ssh)
    await clock.advance(1_000)
    expect(checks.current.get()).toMatchObject({ proof: 'passed', last: { isPassed: true } })
    checks.follow({ ...ssh })
    expect(checked).toHaveLength(1)
    checks.follow(quick)
    expect(checks.current.get()).toMatchObject({ proof: 'none', last: null, isRunning: true })
    checks.follow(own)
    expect(checked[1]?.signal.aborted).toBe(true)
    await clock.advance(1_000)
    expect(checked.map(({ url }) => url)).toEqual([ssh.url, quick.url, own.url])
  })

  test('where there is no way any more, nothing is checked, and it may come back', async () => {
    checks.follow(own)
    await clock.advance(0)
    checks.follow(null)
    await clock.advance(60_000)
    await checks.checkNow()
    expect(checked).toHaveLength(1)
    expect(checks.current.get()).toMatchObject({ proof: 'none', isRunning: false })
    checks.follow(own)
    expect(checked).toHaveLength(2)
  })
})

describe('what is asked for by a person', () => {
  test('is one check however often it is asked for, and told while it runs', async () => {
    checks.follow(ssh)
    await clock.advance(10_000)
    takesMs = 1_000
    let answered = 0
    for (let time = 0; time < 3; time += 1) {
      void checks.checkNow().finally(() => {
        answered += 1
      })
    }
    expect(checks.current.get().isRunning).toBe(true)
    await clock.advance(999)
    expect(answered).toBe(0)
    await clock.advance(1)
    expect(answered).toBe(3)
    expect(checks.current.get().isRunning).toBe(false)
    expect(seconds()).toEqual([0, 10])
  })

  test('is answered when the way that came meanwhile was checked', async () => {
    takesMs = 1_000
    checks.follow(ssh)
    let isAnswered = false
    void checks.checkNow().finally(() => {
      isAnswered = true
    })
    await clock.advance(500)
    checks.follow(own)
    await clock.advance(999)
    expect(isAnswered).toBe(false)
    await clock.advance(1)
    expect(isAnswered).toBe(true)
  })
})

describe('a real event', () => {
  test('proves it, until checks fail again', async () => {
    checks.follow(own)
    await clock.advance(0)
    isWhole = false
    await clock.advance(9_000)
    expect(checks.current.get()).toMatchObject({ proof: 'refuted', provedAtMs: startMs })
    checks.heard()
    expect(checks.current.get()).toMatchObject({ proof: 'heard', provedAtMs: startMs + 9_000 })
    await clock.advance(5_000)
    expect(proof()).toBe('doubted')
    await clock.advance(2_000)
    expect(checks.current.get()).toMatchObject({ proof: 'refuted', provedAtMs: startMs + 9_000 })
  })

  test('outweighs tests that never passed: some networks let nobody inside reach their own address', async () => {
    isWhole = false
    checks.follow(own)
    await clock.advance(3_000)
    expect(checks.current.get()).toMatchObject({ proof: 'refuted', provedAtMs: null })
    checks.heard()
    const proofs = new Set([proof()])
    checks.current.watch(() => proofs.add(proof()))
    await clock.advance(9 * 60_000)
    expect(proofs).toEqual(new Set(['heard']))
    await clock.advance(2 * 60_000)
    expect(proof()).toBe('doubted')
  })
})

test.each([
  [ssh, 1],
  [quick, 0],
  [own, 0]
])('what was whole and breaks without a sign is opened again: %o, %i times', async (way, times) => {
  checks.follow(way)
  await clock.advance(0)
  isWhole = false
  await clock.advance(187_999)
  expect(reopened).toBe(0)
  await clock.advance(60_000)
  expect(reopened).toBe(times)
})

test('what never was whole is not opened again for it', async () => {
  isWhole = false
  checks.follow(ssh)
  await clock.advance(120_000)
  expect(reopened).toBe(0)
})

describe('where the machine slept or moved', () => {
  test('it is checked at once, and left as it is where that passes', async () => {
    checks.follow(ssh)
    await clock.advance(10_000)
    checks.suspect()
    await clock.advance(0)
    isWhole = false
    await clock.advance(180_000)
    expect(seconds()).toEqual([0, 10, 190])
    expect(reopened).toBe(0)
  })

  test('a check that began before it proves nothing', async () => {
    takesMs = 2_000
    checks.follow(ssh)
    await clock.advance(1_000)
    checks.suspect()
    expect(checked.map(({ signal }) => signal.aborted)).toEqual([true, false])
    await clock.advance(1_999)
    expect(proof()).toBe('none')
  })

  test.each([
    [ssh, 1],
    [quick, 3]
  ])('it is opened again once after so many failed checks: %o, %i', async (way, times) => {
    checks.follow(way)
    await clock.advance(10_000)
    isWhole = false
    checks.suspect()
    await clock.advance(0)
    for (let failed = 1; failed < times; failed += 1) {
      expect(reopened).toBe(0)
      await clock.advance(6_000)
    }
    expect(reopened).toBe(1)
    await clock.advance(60_000)
    expect(reopened).toBe(1)
  })

  test.each([ssh, quick])('tests that do not get out of this computer are no reason to: %o', async (way) => {
    checks.follow(way)
    await clock.advance(10_000)
    isWhole = false
    isOffline = true
    checks.suspect()
    await clock.advance(60_000)
    expect(proof()).toBe('refuted')
    expect(checks.current.get().last).toEqual(expect.not.objectContaining({ isOffline }))
    expect(reopened).toBe(0)
    isOffline = false
    await clock.advance(18_000)
    expect(reopened).toBe(1)
  })

  test('nothing can be opened again at an address of one’s own, and where there is no way nothing is done', async () => {
    checks.suspect()
    isWhole = false
    checks.follow(own)
    checks.suspect()
    await clock.advance(60_000)
    expect(reopened).toBe(0)
  })
})

test('stopped, nothing is checked and nothing told', async () => {
  takesMs = 1_000
  checks.follow(own)
  const asked = checks.checkNow()
  checks.stop()
  await asked
  await clock.advance(60_000)
  expect(checked).toHaveLength(1)
  expect(checks.current.get()).toMatchObject({ isRunning: false, proof: 'none', last: null })
})
