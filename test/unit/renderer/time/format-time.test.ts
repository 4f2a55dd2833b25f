import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { startText } from '../../../../src/renderer/text/text.ts'
import {
  formatDay,
  formatDuration,
  formatMoment,
  formatSecond
} from '../../../../src/renderer/time/format-time.ts'
import { formatClock } from '../../../../src/shared/time/format-clock.ts'

const zone = 'America/New_York'
const minuteMs = 60_000
const nowMs = Date.UTC(2026, 0, 15, 17, 30) // 12:30 in New York

beforeAll(() => startText())

it.each([
  [0, '12:30:00'],
  [12 * 60 * minuteMs + 1_000, '00:29:59'],
  [13 * 60 * minuteMs, 'Jan 14, 23:30:00'],
  [20 * 24 * 60 * minuteMs, 'Dec 26, 2025, 12:30:00']
])('formatSecond tells what happened %d ms ago as "%s"', (agoMs, text) => {
  expect(formatSecond(nowMs - agoMs, nowMs, zone)).toBe(text)
})

describe('formatMoment', () => {
  it.each([
    [0, 'just now'],
    [-5_000, 'just now'],
    [59_999, 'just now'],
    [minuteMs, '1 min ago'],
    [59 * minuteMs, '59 min ago'],
    [60 * minuteMs, '11:30'],
    [12 * 60 * minuteMs, '00:30'],
    [13 * 60 * minuteMs, 'Jan 14'],
    [20 * 24 * 60 * minuteMs, 'Dec 26, 2025']
  ])('says what happened %d ms ago as "%s"', (agoMs, text) => {
    expect(formatMoment(nowMs - agoMs, nowMs, zone)).toBe(text)
  })
})

describe('formatDay', () => {
  it.each([
    [0, 'Today'],
    [24, 'Yesterday'],
    [72, 'Monday, Jan 12']
  ])('names the day %d hours ago "%s"', (agoHours, text) => {
    expect(formatDay(nowMs - agoHours * 60 * minuteMs, nowMs, zone)).toBe(text)
  })

  it.each([
    ['25 hours long', '2026-11-02T00:30-05:00', '2026-11-01T00:15-04:00'],
    ['25 hours long', '2026-11-01T23:45-05:00', '2026-10-31T23:50-04:00'],
    ['23 hours long', '2026-03-09T00:15-04:00', '2026-03-08T00:15-05:00'],
    ['23 hours long', '2026-03-09T00:15-04:00', '2026-03-08T23:50-04:00']
  ])('names the day before so where a day is %s', (_long, now, at) => {
    expect(formatDay(Date.parse(at), Date.parse(now), zone)).toBe('Yesterday')
  })

  it('does not name the day before that so where a day is 23 hours long', () => {
    const [now, at] = [Date.parse('2026-03-09T00:15-04:00'), Date.parse('2026-03-07T23:50-05:00')]
    expect(formatDay(at, now, zone)).toBe('Saturday, Mar 7')
  })
})

it('shows the clock of the zone, midnight as 00', () => {
  expect(formatClock(Date.UTC(2026, 0, 15, 5, 0), zone)).toBe('00:00')
})

describe('formatDuration', () => {
  it.each([
    [-1, '0:00'],
    [42_999, '0:42'],
    [725_000, '12:05'],
    [3_723_000, '1:02:03']
  ])('writes %d ms as %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text)
  })

  it('can be read back to the second', () => {
    fc.assert(
      fc.property(fc.nat(360_000), (seconds) => {
        const readBack = formatDuration(seconds * 1_000)
          .split(':')
          .reduce((sum, part) => sum * 60 + Number(part), 0)
        expect(readBack).toBe(seconds)
      })
    )
  })
})
