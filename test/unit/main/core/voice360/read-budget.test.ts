import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReadBudget, type ReadBudget } from '../../../../../src/main/core/voice360/index.ts'
import type { BudgetSubject } from '../../../../../src/shared/domain/reach.ts'
import { RateLimiter } from '../../../../../src/simulator/api/rate-limit.ts'

interface Office {
  readonly desktopCount: number
  readonly limit: number
  readonly subject: BudgetSubject
  readonly wantedMs: number
  /** All start within this time. */
  readonly startMs: number
  readonly random: () => number
}

const hourMs = 3_600_000

/** An hour of desktops that share one limit, each with a budget of its own; how often each read, and how many were refused. */
function spendAnHour({ desktopCount, limit, subject, wantedMs, startMs, random }: Office) {
  const limiter = new RateLimiter()
  const desktops = Array.from({ length: desktopCount }, () => ({
    budget: createReadBudget(random),
    nextMs: random() * startMs,
    readCount: 0
  }))
  let refusedCount = 0
  for (;;) {
    const desktop = desktops.reduce((one, other) => (other.nextMs < one.nextMs ? other : one))
    const nowMs = desktop.nextMs
    if (nowMs > hourMs) break
    const { remaining, retryAfterSeconds } = limiter.count('all', limit, nowMs)
    if (retryAfterSeconds !== undefined) refusedCount += 1
    desktop.readCount += 1
    desktop.budget.note(subject, { remaining, limit }, nowMs)
    desktop.nextMs += desktop.budget.waitMs({ subject, wantedMs }, nowMs) * (0.9 + 0.2 * random())
  }
  return { refusedCount, readCounts: desktops.map(({ readCount }) => readCount) }
}

/** The same numbers again for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

describe('an hour of 50 desktops on one key, with a tenth of the limit', () => {
  test.each([0, 1_000, 60_000])('has no refusal, and nobody goes without: all start in %i ms', (startMs) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { refusedCount, readCounts } = spendAnHour({
        desktopCount: 50,
        limit: 100,
        subject: 'developer',
        wantedMs: 4_000,
        startMs,
        random: seeded(seed)
      })
      expect(refusedCount).toBe(0)
      expect(total(readCounts)).toBeGreaterThan(60 * 60)
      expect(Math.min(...readCounts)).toBeGreaterThan(20)
    }
  })
})

test('one desktop alone is not slowed down', () => {
  const { readCounts } = spendAnHour({
    desktopCount: 1,
    limit: 1_000,
    subject: 'developer',
    wantedMs: 4_000,
    startMs: 0,
    random: () => 0.5
  })
  expect(readCounts[0]).toBeGreaterThanOrEqual(900)
})

test('an office on the public view lives on about a tenth of the limit', () => {
  const { readCounts } = spendAnHour({
    desktopCount: 10,
    limit: 100,
    subject: 'public',
    wantedMs: 30_000,
    startMs: 60_000,
    random: seeded(7)
  })
  expect(total(readCounts) / 60).toBeLessThan(11)
})

test('what one key used up slows down no other', () => {
  const budget: ReadBudget = createReadBudget(() => 0.5)
  budget.note('public', { remaining: 0, limit: 100 }, 0)
  expect(budget.waitMs({ subject: 'public', wantedMs: 4_000 }, 0)).toBeGreaterThan(60_000)
  expect(budget.waitMs({ subject: 'developer', wantedMs: 4_000 }, 0)).toBe(4_000)
  expect(budget.emptyForMs('public', 0)).toBe(60_000)
  expect(budget.emptyForMs('developer', 0)).toBe(0)
})

test('what is used up is so until the minute is over at the latest', () => {
  const budget: ReadBudget = createReadBudget()
  budget.note('developer', { remaining: 90, limit: 100 }, 0)
  budget.note('developer', { remaining: 20, limit: 100 }, 40_000)
  expect(budget.emptyForMs('developer', 40_000)).toBe(20_000)
  expect(budget.emptyForMs('developer', 60_000)).toBe(0)
})

test('never sooner than wanted, and never longer than ten minutes and what is left of one', () => {
  const answers = fc.array(
    fc.record({
      remaining: fc.integer({ min: 0, max: 1_000 }),
      limit: fc.integer({ min: 1, max: 1_000 }),
      afterMs: fc.integer({ min: 0, max: 600_000 })
    }),
    { minLength: 1 }
  )
  fc.assert(
    fc.property(answers, fc.integer({ min: 1, max: 300_000 }), (seen, wantedMs) => {
      const budget = createReadBudget()
      let nowMs = 0
      for (const { remaining, limit, afterMs } of seen) {
        nowMs += afterMs
        budget.note('developer', { remaining, limit }, nowMs)
        const waitMs = budget.waitMs({ subject: 'developer', wantedMs }, nowMs)
        expect(waitMs).toBeGreaterThanOrEqual(wantedMs)
        expect(waitMs).toBeLessThanOrEqual(1_260_000)
      }
    })
  )
})
