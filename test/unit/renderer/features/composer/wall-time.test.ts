import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  quickTimes,
  wallTextOf,
  wallTimeMs
} from '../../../../../src/renderer/features/composer/wall-time.ts'

const newYork = 'America/New_York'
const at = (text: string) => Date.parse(text)
const shown = (nowText: string, timeZone = newYork) =>
  quickTimes(at(nowText), timeZone).map(({ id, dueAtMs }) => `${id} ${wallTextOf(dueAtMs, timeZone)}`)

describe('a time on the wall', () => {
  it('is read in the zone, on both sides of a clock change', () => {
    expect(wallTimeMs('2026-03-08T01:30', newYork)).toBe(at('2026-03-08T01:30-05:00'))
    expect(wallTimeMs('2026-03-08T03:30', newYork)).toBe(at('2026-03-08T03:30-04:00'))
    expect(wallTimeMs('2026-07-01T09:00', 'Europe/Berlin')).toBe(at('2026-07-01T09:00+02:00'))
  })

  it.each(['', 'tomorrow', '2026-13-01T09:00', '2026-11-27'])('%j is none', (text) => {
    expect(wallTimeMs(text, newYork)).toBeNull()
  })

  it('is the same after being shown, but for the hour that a clock change leaves out or shows twice', () => {
    const minute = fc.integer({ min: 28_000_000, max: 32_000_000 }).map((minutes) => minutes * 60_000)
    const zone = fc.constantFrom(newYork, 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe')
    fc.assert(
      fc.property(minute, zone, (atMs, timeZone) => {
        const read = wallTimeMs(wallTextOf(atMs, timeZone), timeZone) ?? 0
        expect(wallTextOf(read, timeZone)).toBe(wallTextOf(atMs, timeZone))
        expect(Math.abs(read - atMs)).toBeLessThanOrEqual(3_600_000)
      })
    )
  })
})

describe('quick times', () => {
  it('are those that are still to come', () => {
    expect(shown('2026-11-26T14:05-05:00')).toEqual([
      'hour 2026-11-26T15:05',
      'evening 2026-11-26T18:00',
      'tomorrow 2026-11-27T09:00',
      'monday 2026-11-30T09:00'
    ])
    expect(shown('2026-11-26T18:00-05:00').map((time) => time.split(' ')[0])).toEqual([
      'hour',
      'tomorrow',
      'monday'
    ])
  })

  it('name next Monday once, and on a Monday the next one', () => {
    expect(shown('2026-11-29T10:00-05:00').at(-1)).toBe('tomorrow 2026-11-30T09:00')
    expect(shown('2026-11-30T10:00-05:00').at(-1)).toBe('monday 2026-12-07T09:00')
  })

  it('are at nine on the day after a clock change too', () => {
    expect(shown('2026-10-31T23:30-04:00')).toContain('tomorrow 2026-11-01T09:00')
  })

  it('all are to come, in order, no two the same', () => {
    const zone = fc.constantFrom(newYork, 'Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago')
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }), zone, (seconds, timeZone) => {
        const nowMs = seconds * 1_000
        const times = quickTimes(nowMs, timeZone).filter(({ id }) => id !== 'hour')
        const dues = times.map(({ dueAtMs }) => dueAtMs)
        expect(dues.every((due) => due > nowMs && due <= nowMs + 8 * 86_400_000)).toBe(true)
        expect(dues).toEqual([...new Set(dues)].toSorted((a, b) => a - b))
      })
    )
  })
})
