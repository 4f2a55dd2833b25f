import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayEndMs, dayStartMs, dayTextOf, offsetMs } from '../../../../src/shared/time/calendar-day.ts'

const zones = ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'] as const

describe('a day', () => {
  it('begins and ends at the midnights of its zone, also where the clock changes', () => {
    expect(dayStartMs('2026-11-24', 'America/New_York')).toBe(Date.UTC(2026, 10, 24, 5))
    expect(dayStartMs('2026-11-01', 'America/New_York')).toBe(Date.UTC(2026, 10, 1, 4))
    expect(dayEndMs('2026-11-01', 'America/New_York')).toBe(Date.UTC(2026, 10, 2, 5))
  })

  it('holds each of its moments', () => {
    const moments = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) })
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (atMs, zone) => {
        const day = dayTextOf(atMs, zone)
        expect(dayStartMs(day, zone)).toBeLessThanOrEqual(atMs)
        expect(dayEndMs(day, zone)).toBeGreaterThan(atMs)
      })
    )
  })

  it('is none where a field is empty', () => {
    expect(dayStartMs('', 'UTC')).toBeNull()
    expect(dayEndMs('', 'UTC')).toBeNull()
  })
})

describe('the offset of a zone', () => {
  it('is that of the moment', () => {
    expect(offsetMs(Date.UTC(2026, 6, 1), 'Asia/Kolkata')).toBe(5.5 * 3_600_000)
    expect(offsetMs(Date.UTC(2026, 6, 1) + 123, 'America/New_York')).toBe(-4 * 3_600_000)
  })
})
