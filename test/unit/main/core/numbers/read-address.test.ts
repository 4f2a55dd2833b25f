import * as fc from 'fast-check'
import { getCountries } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { kindOfAddress, readAddress } from '../../../../../src/main/core/numbers/index.ts'
import { digitsOf, isSubsequence, phoneText } from '../../../../fakes/phone-texts.ts'

const region = fc.constantFrom(...getCountries())
const callingCodes = { US: '1', DE: '49', GB: '44', FR: '33' } as const

describe('a number becomes E.164', () => {
  test.each([
    ['+1 (212) 555-0101', 'DE', '+12125550101'],
    ['(212) 555-0101', 'US', '+12125550101'],
    ['1-212-555-0101', 'US', '+12125550101'],
    ['011 44 20 7946 0958', 'US', '+442079460958'],
    ['+44 (0) 20 7946 0958', 'US', '+442079460958'],
    ['0049 30 1234567', 'FR', '+49301234567'],
    ['030/1234567', 'DE', '+49301234567'],
    ['  +15551234567\n', 'US', '+15551234567'],
    ['+421 0000000', 'US', '+421000000'],
    ['+1 212 555 0101 ext. 7', 'US', '+12125550101'],
    // The document's own numbers, of an area code that is not assigned.
    ['(555) 123-4567', 'US', '+15551234567']
  ])('%s in %s', (text, from, address) => {
    expect(readAddress(text, from)).toBe(address)
  })
})

describe('what is no number stays as it is', () => {
  test.each([
    ['1001', '1001'],
    [' 42 ', '42'],
    ['911', '911'],
    ['*72', '*72'],
    ['#31#+12125550101', '#31#+12125550101'],
    ['+1001', '+1001'],
    ['5551234', '5551234'],
    ['+12125550101 +12125550102', '+12125550101 +12125550102'],
    ['Sales', 'Sales'],
    ['sip:anna@example.com', 'sip:anna@example.com']
  ])('%s', (text, address) => {
    expect(readAddress(text, 'US')).toBe(address)
  })

  test.each([
    '',
    '   ',
    'anonymous',
    'Anonymous',
    'RESTRICTED',
    'Unavailable',
    'private',
    'unknown',
    'withheld'
  ])('a caller who shows none: %j', (text) => {
    expect(readAddress(text, 'US')).toBe('')
  })

  test('a national number where the region is unknown', () => {
    expect(readAddress('2125550101', 'XX')).toBe('2125550101')
    expect(readAddress('+12125550101', 'XX')).toBe('+12125550101')
  })
})

describe('whatever comes', () => {
  test('nothing throws, in any region', () => {
    fc.assert(
      fc.property(fc.oneof(phoneText(), fc.string({ unit: 'binary' })), region, (text, from) => {
        expect(readAddress(text, from)).toBeTypeOf('string')
      })
    )
  })

  test('an address is read as itself, whatever the region', () => {
    fc.assert(
      fc.property(phoneText(), region, region, (text, from, elsewhere) => {
        const address = readAddress(text, from)
        const isOurs = kindOfAddress(address) !== 'other'
        expect(readAddress(address, isOurs ? elsewhere : from)).toBe(address)
      }),
      { numRuns: 2_000 }
    )
  })

  test('a number has no digit that was not written, but for the country code of the region', () => {
    fc.assert(
      fc.property(phoneText(), fc.constantFrom('US', 'DE', 'GB', 'FR'), (text, from) => {
        const address = readAddress(text, from)
        const code = text.includes('+') ? '' : callingCodes[from]
        expect(isSubsequence(digitsOf(address), code + digitsOf(text))).toBe(true)
      }),
      { numRuns: 2_000 }
    )
  })

  test('a "+" is never lost', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), region, (digits, from) => {
        expect(readAddress(`+${digits}`, from)).toMatch(/^\+/)
      })
    )
  })
})

test.each([
  ['', 'anonymous'],
  ['12', 'extension'],
  ['100001', 'extension'],
  ['1', 'other'],
  ['1000001', 'other'],
  ['+12125550101', 'number'],
  ['+1234567', 'number'],
  ['+123456', 'other'],
  ['+1234567890123456', 'other'],
  ['*72', 'other'],
  ['Sales', 'other']
])('%j is of kind %s', (address, kind) => {
  expect(kindOfAddress(address)).toBe(kind)
})
