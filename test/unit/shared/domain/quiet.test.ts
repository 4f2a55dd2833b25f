import { expect, test } from 'vitest'
import { formatQuietEnd, quietAt, quietEndMs, quietUntilOffMs } from '../../../../src/shared/domain/quiet.ts'

const minuteMs = 60_000
const nowMs = new Date(2026, 10, 24, 23, 50).getTime()

test.each([
  ['half-hour', nowMs + 30 * minuteMs],
  ['hour', nowMs + 60 * minuteMs],
  ['four-hours', nowMs + 240 * minuteMs],
  ['tomorrow', new Date(2026, 10, 25, 8).getTime()],
  ['until-off', quietUntilOffMs]
] as const)('%s ends when it says', (choice, endMs) => {
  expect(quietEndMs(choice, nowMs)).toBe(endMs)
})

test('tomorrow after midnight is the next morning but one', () => {
  expect(quietEndMs('tomorrow', new Date(2026, 11, 31, 0, 5).getTime())).toBe(
    new Date(2027, 0, 1, 8).getTime()
  )
})

test('it is quiet until its end, and not from then on', () => {
  expect(quietAt(nowMs + 1, nowMs)).toBe(nowMs + 1)
  expect(quietAt(nowMs, nowMs)).toBeNull()
  expect(quietAt(null, nowMs)).toBeNull()
  expect(quietAt(quietUntilOffMs, nowMs)).toBe(quietUntilOffMs)
})

test('an end is a clock time, with the day where that is another', () => {
  const noonMs = Date.UTC(2026, 10, 24, 12)
  expect(formatQuietEnd(noonMs + 150 * minuteMs, noonMs, 'UTC')).toBe('14:30')
  expect(formatQuietEnd(noonMs + 20 * 60 * minuteMs, noonMs, 'UTC')).toBe('Wed 08:00')
})
