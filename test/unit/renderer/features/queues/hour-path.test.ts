import { expect, test } from 'vitest'
import { hourPath, largest } from '../../../../../src/renderer/features/queues/hour-path.ts'

const hourMs = 3_600_000
const sample = (atMs: number, agentsAvailable: number) => ({ atMs, agentsAvailable, activeCalls: 0 })

test('goes in steps through the hour, and on to now', () => {
  const samples = [sample(0, 0), sample(hourMs / 2, 2)]
  expect(hourPath(samples, 'agentsAvailable', 2, hourMs)).toBe('M0 19H30V1H60')
})

test('what was before the hour stands at its beginning', () => {
  expect(hourPath([sample(-hourMs, 1)], 'agentsAvailable', 1, hourMs)).toBe('M0 1H60')
})

test('there is no line where nothing is known', () => {
  expect(hourPath([], 'activeCalls', 1, hourMs)).toBe('')
  expect(largest([], 'activeCalls')).toBe(0)
})
