import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withSample } from '../../../../../src/main/core/queues/queue-samples.ts'
import type { QueueSample } from '../../../../../src/shared/domain/queue.ts'

const sample = (atMs: number, agentsAvailable: number, activeCalls = 0): QueueSample => ({
  atMs,
  agentsAvailable,
  activeCalls
})
const hourMs = 3_600_000

test('keeps what tells anything new', () => {
  const first = withSample([], sample(0, 2))
  expect(withSample(first, sample(10, 2))).toBe(first)
  expect(withSample(first, sample(10, 1))).toEqual([sample(0, 2), sample(10, 1)])
})

test('forgets what was before the hour, but for the last, which says how it began', () => {
  const samples = [sample(0, 1), sample(10, 2), sample(20, 3)]
  expect(withSample(samples, sample(hourMs + 15, 4))).toEqual([
    sample(10, 2),
    sample(20, 3),
    sample(hourMs + 15, 4)
  ])
})

test('never holds more than some hundreds, in order, and tells what is now', () => {
  const steps = fc.array(
    fc.record({ afterMs: fc.integer({ min: 0, max: hourMs }), agents: fc.nat(3), calls: fc.nat(3) }),
    { minLength: 1, maxLength: 600 }
  )
  fc.assert(
    fc.property(steps, (readings) => {
      let samples: readonly QueueSample[] = []
      let nowMs = 0
      for (const { afterMs, agents, calls } of readings) {
        nowMs += afterMs
        samples = withSample(samples, sample(nowMs, agents, calls))
        expect(samples.at(-1)).toMatchObject({ agentsAvailable: agents, activeCalls: calls })
      }
      expect(samples.length).toBeLessThanOrEqual(240)
      expect(samples.toSorted((one, other) => one.atMs - other.atMs)).toEqual(samples)
    }),
    { numRuns: 50 }
  )
})
