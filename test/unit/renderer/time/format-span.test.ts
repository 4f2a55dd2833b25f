import { beforeAll, expect, it } from 'vitest'
import { startText } from '../../../../src/renderer/text/text.ts'
import { formatSpan } from '../../../../src/renderer/time/format-span.ts'

beforeAll(() => startText())

const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute)

it.each([
  [at(24, 12, 4), at(24, 12, 19), '12:04–12:19'],
  [at(23, 12, 4), at(23, 12, 19), 'Nov 23, 12:04–12:19'],
  [at(22, 18), at(23, 9), 'Nov 22, 18:00 – Nov 23, 09:00']
])('a span from %i to %i is told as %s', (fromMs, toMs, words) => {
  expect(formatSpan(fromMs, toMs, at(24, 17), 'UTC')).toBe(words)
})
