import googleLibphonenumber from 'google-libphonenumber'
import { getCountries } from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { emergencyDigits } from '../../../../../../src/main/core/dialing/reading/emergency-numbers.ts'

const upTo = (length: number): readonly string[] =>
  Array.from({ length: 10 ** length }, (_, number) => String(number).padStart(length, '0'))

test.each([2, 3])(
  'of %i digits every number that libphonenumber has for an emergency is one, in every region',
  (length) => {
    const google = googleLibphonenumber.ShortNumberInfo.getInstance()
    const missed = getCountries().flatMap((region) =>
      upTo(length)
        .filter((digits) => google.isEmergencyNumber(digits, region))
        .filter((digits) => emergencyDigits(digits, region) !== digits)
        .map((digits) => `${digits} ${region}`)
    )
    expect(missed).toEqual([])
  }
)

test('no region has so many that its extensions are gone', () => {
  const counts = getCountries().map(
    (region) => upTo(3).filter((digits) => emergencyDigits(digits, region)).length
  )
  expect(Math.max(...counts)).toBeLessThan(20)
})
