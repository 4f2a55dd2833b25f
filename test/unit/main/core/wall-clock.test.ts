import { expect, test } from 'vitest'
import { createWallClock } from '../../../../src/main/core/wall-clock.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'

// A quarter past eleven in the evening in New York.
const nowMs = Date.parse('2026-11-28T04:15Z')
const of = (timeZone: string | null) =>
  createWallClock(createManualClock(nowMs), {
    me: () => ({ extension: '1001', name: 'John Smith', email: null, timeZone })
  })

test.each([
  ['2026-11-27T19:05Z', 'Nov 27, 14:05', '14:05'],
  ['2026-11-27T05:00Z', 'Nov 27, 00:00', '00:00'],
  ['2026-11-27T04:59Z', 'Nov 26, 23:59', 'Nov 26, 23:59'],
  ['2025-12-31T23:00Z', 'Dec 31, 2025, 18:00', 'Dec 31, 2025, 18:00']
])('%s is shown by the clock of whoever is signed in, as pages show it', (at, moment, briefly) => {
  const clock = of('America/New_York')
  expect(clock.showMoment(Date.parse(at))).toBe(moment)
  expect(clock.showMomentBriefly(Date.parse(at))).toBe(briefly)
})

test.each([
  ['nobody is signed in', createWallClock(createManualClock(nowMs), { me: () => null })],
  ['their zone is not known', of(null)]
])('where %s it is the computer’s', (_who, clock) => {
  expect(clock.timeZone()).toBeUndefined()
  const hours = String(new Date(nowMs).getHours()).padStart(2, '0')
  expect(clock.showMomentBriefly(nowMs)).toBe(`${hours}:15`)
})
