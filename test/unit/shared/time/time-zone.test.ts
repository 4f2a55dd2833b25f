import { expect, test } from 'vitest'
import { timeZoneSchema } from '../../../../src/shared/time/time-zone.ts'

test.each([
  ['America/New_York', 'America/New_York'],
  ['US/Pacific', 'US/Pacific'],
  ['UTC', 'UTC'],
  // With any of these a page could show no time at all.
  ['Eastern (US)', null],
  ['', null],
  [null, null],
  [undefined, null]
])('%s is the zone %s', (text, timeZone) => {
  expect(timeZoneSchema.parse(text)).toBe(timeZone)
})
