import { beforeEach, expect, test } from 'vitest'
import { createListeningRecord } from '../../../../../src/main/core/reach/listening-record.ts'
import type { Hearing } from '../../../../../src/main/core/reach/way.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'

const hearing: Hearing = { kind: 'hearing' }
const deaf = (heardUntilMs: number | null = null): Hearing => ({
  kind: 'deaf',
  reason: 'The tunnel stopped.',
  heardUntilMs
})

let clock: ManualClock
let startMs: number
/** What was written, in seconds from the start. */
let written: string[]
let gaps: number
let failures: unknown[]
let isAfterGap: boolean
let isBroken: boolean

beforeEach(() => {
  clock = createManualClock()
  startMs = clock.nowMs()
  written = []
  gaps = 0
  failures = []
  isAfterGap = false
  isBroken = false
})

const second = (atMs: number): number => (atMs - startMs) / 1_000

function record(): ReturnType<typeof createListeningRecord> {
  const write = (text: string): Promise<void> => {
    if (isBroken) return Promise.reject(new Error('The disk is full'))
    written.push(text)
    return Promise.resolve()
  }
  return createListeningRecord({
    ledger: {
      recordListening: (atMs) => write(`hears ${second(atMs)}`).then(() => isAfterGap),
      recordCaughtUp: (atMs, lost) =>
        write(
          `has heard all ${second(atMs)}${lost === null ? '' : ` but until ${second(lost.untilMs)}`}`
        ).then(() => isAfterGap),
      endListening: (atMs, reason) => write(`heard until ${second(atMs)}: ${reason}`)
    },
    clock,
    onGap: () => {
      gaps += 1
    },
    onFailure: (error) => void failures.push(error)
  })
}

test('twice a minute it is written down that the app hears, and nothing while it does not', async () => {
  const listening = record()
  listening.follow(hearing)
  await clock.advance(60_000)
  listening.follow(deaf())
  await clock.advance(120_000)
  isAfterGap = true
  listening.follow(hearing)
  await clock.advance(0)
  isAfterGap = false
  await clock.advance(30_000)
  listening.stop()
  await clock.advance(60_000)
  expect(written).toEqual([
    'hears 0',
    'hears 30',
    'hears 60',
    'heard until 60: The tunnel stopped.',
    'hears 180',
    'hears 210'
  ])
  expect(gaps).toBe(1)
})

test('it has heard until that was last proved, and no longer', async () => {
  const listening = record()
  listening.follow(hearing)
  await clock.advance(80_000)
  listening.follow(deaf(startMs + 70_000))
  await clock.advance(0)
  expect(written.at(-1)).toBe('heard until 70: The tunnel stopped.')
})

test.each([
  ['before it heard again', -50, 0],
  ['after now, by a clock that was set back', 100, 20]
])('a proof of %s does not move the end out of the span', async (_name, provedAt, until) => {
  const listening = record()
  listening.follow(hearing)
  await clock.advance(20_000)
  listening.follow(deaf(startMs + provedAt * 1_000))
  await clock.advance(0)
  expect(written.at(-1)).toBe(`heard until ${until}: The tunnel stopped.`)
})

test('what was slept through does not count as heard', async () => {
  const listening = record()
  listening.follow(hearing)
  await clock.advance(10_000)
  clock.sleep(600_000)
  isAfterGap = true
  await clock.advance(20_000)
  isAfterGap = false
  expect(written).toEqual(['hears 0', 'hears 630'])
  listening.follow(deaf(startMs + 5_000))
  await clock.advance(0)
  expect(written.at(-1)).toBe('heard until 630: The tunnel stopped.')
  expect(gaps).toBe(1)
})

test('an end that could not be written is written before anything is recorded again', async () => {
  const listening = record()
  listening.follow(hearing)
  await clock.advance(10_000)
  isBroken = true
  listening.follow(deaf())
  await clock.advance(10_000)
  listening.follow(hearing)
  await clock.advance(0)
  expect(failures).toHaveLength(2)
  isBroken = false
  await clock.advance(30_000)
  expect(written).toEqual(['hears 0', 'heard until 10: The tunnel stopped.', 'hears 50'])
})

test('hearing and not hearing in quick succession are written in their order', async () => {
  const listening = record()
  for (const next of [hearing, deaf(), hearing, deaf(), hearing]) listening.follow(next)
  await clock.advance(0)
  expect(written).toEqual([
    'hears 0',
    'heard until 0: The tunnel stopped.',
    'hears 0',
    'heard until 0: The tunnel stopped.',
    'hears 0'
  ])
})

test('by a relay all is heard once it is caught up, at every time it is written down', async () => {
  const listening = record()
  listening.follow({ kind: 'unsettled' })
  await clock.advance(60_000)
  expect(written).toEqual([])
  listening.follow({ kind: 'caught-up', lost: { untilMs: startMs + 5_000, reason: 'no longer kept' } })
  await clock.advance(30_000)
  listening.follow({ kind: 'caught-up', lost: null })
  await clock.advance(30_000)
  listening.follow({ kind: 'unsettled' })
  await clock.advance(30_000)
  expect(written).toEqual([
    'has heard all 60 but until 5',
    'has heard all 90 but until 5',
    'has heard all 120'
  ])
})

test('what turns out to be lost while it hears is written down at once, and once', async () => {
  const listening = record()
  const lost = (untilMs: number): Hearing => ({
    kind: 'caught-up',
    lost: { untilMs: startMs + untilMs, reason: 'set back' }
  })
  listening.follow({ kind: 'caught-up', lost: null })
  await clock.advance(10_000)
  for (const next of [lost(8_000), lost(8_000), lost(9_000)]) listening.follow(next)
  await clock.advance(30_000)
  expect(written).toEqual([
    'has heard all 0',
    'has heard all 10 but until 8',
    'has heard all 10 but until 9',
    'has heard all 40 but until 9'
  ])
})
