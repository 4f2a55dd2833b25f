import { expect, test } from 'vitest'
import { commonTimeZone, createGeoCarrierPlaces } from '../../../../src/main/places/geo-carrier-places.ts'

const nowMs = Date.UTC(2026, 0, 15, 12)
const places = createGeoCarrierPlaces(() => nowMs)

test.each([
  ['+12125550123', { name: 'New York, NY', timeZone: 'America/New_York' }],
  ['+442079460018', { name: 'London', timeZone: 'Europe/London' }],
  ['+4930901820', { name: 'Berlin', timeZone: 'Europe/Berlin' }],
  // A mobile number tells its country.
  ['+4915112345678', { name: 'Germany', timeZone: 'Europe/Berlin' }]
])('%s is from there', async (address, place) => {
  expect(await places.find(address)).toEqual(place)
})

test.each(['+18005550199', '+15551234567', '+1900', '1001', '', 'sip:anna', '+999999999999'])(
  '“%s” is from nowhere in particular',
  async (address) => {
    expect(await places.find(address)).toBeNull()
  }
)

test.each([
  [['Europe/Berlin', 'Europe/Paris'], 'Europe/Berlin'],
  [['America/New_York', 'America/Los_Angeles'], null],
  [['Etc/Unknown'], null],
  [['No/Where', 'Europe/Paris'], null],
  [[], null]
])('of %o the clock is that of %s', (timeZones, timeZone) => {
  expect(commonTimeZone(timeZones, nowMs)).toBe(timeZone)
})

test('zones that agree only in winter have one clock only then', () => {
  const zones = ['America/Denver', 'America/Phoenix']
  expect(commonTimeZone(zones, Date.UTC(2026, 0, 15))).toBe('America/Denver')
  expect(commonTimeZone(zones, Date.UTC(2026, 6, 15))).toBeNull()
})
