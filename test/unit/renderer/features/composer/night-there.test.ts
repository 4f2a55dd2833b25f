import { expect, it } from 'vitest'
import { nightClock } from '../../../../../src/renderer/features/composer/night-there.ts'

it.each([
  ['2026-11-26T20:59-05:00', null],
  ['2026-11-26T21:00-05:00', '21:00'],
  ['2026-11-26T02:14-05:00', '02:14'],
  ['2026-11-26T07:59-05:00', '07:59'],
  ['2026-11-26T08:00-05:00', null]
])('at %s it is night there: %s', (text, clock) => {
  expect(nightClock('America/New_York', Date.parse(text))).toBe(clock)
})

it('says nothing of a zone that is not known', () => {
  expect(nightClock(null, 0)).toBeNull()
  expect(nightClock('Mars/Olympus', 0)).toBeNull()
})
