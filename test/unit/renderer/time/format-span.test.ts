import { beforeAll, expect, it } from 'vitest'
import { startText } from '../../../../src/renderer/text/text.ts'
import { formatSpan } from '../../../../src/renderer/time/format-span.ts'

beforeAll(() => startText())

const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute)

it.each([
  [at(24, 12, 4), at(24, 12, 19), '12:04–12:19'],
  [at(23, 12, 4), at(23, 12, 19), 'Nov 23, 12:04–12:19'],
  [at(24, 12, 4), at(24, 12, 4) + 14, '12:04'],
  [at(23, 12, 4), at(23, 12, 4) + 14, 'Nov 23, 12:04'],
  [at(22, 18), at(23, 9), 'Nov 22, 18:00 – Nov 23, 09:00']
])('a span from %i to %i is told as %s', (fromMs, toMs, words) => {
  expect(formatSpan(fromMs, toMs, at(24, 17), 'UTC')).toBe(words)
})

it('an hour in which the clocks go back is told as a span, though it ends as late as it began', () => {
  const fromMs = Date.UTC(2026, 10, 1, 5, 30)
  expect(formatSpan(fromMs, fromMs + 3_600_000, fromMs, 'America/New_York')).toBe('01:30–01:30')
})
