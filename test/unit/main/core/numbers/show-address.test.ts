import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { showAddress } from '../../../../../src/main/core/numbers/index.ts'
import { digitsOf, phoneText } from '../../../../fakes/phone-texts.ts'

const broken = (text: string): string => text.replaceAll('\u00a0', ' ')

test.each([
  ['+12125550101', '+1 212 555 0101'],
  ['+442079460958', '+44 20 7946 0958'],
  ['+4930123456', '+49 30 123456'],
  ['+33123456789', '+33 1 23 45 67 89'],
  ['1001', '1001'],
  ['*72', '*72'],
  ['', ''],
  ['Sales desk', 'Sales desk']
])('%j is shown as %j', (address, shown) => {
  expect(broken(showAddress(address))).toBe(shown)
})

test('a number is never broken across lines', () => {
  expect(showAddress('+12125550101')).not.toMatch(/[ -]/)
})

test('nothing throws, and no digit comes or goes', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        phoneText(),
        fc.bigInt({ min: 1_000_000n, max: 999_999_999_999_999n }).map((n) => `+${n}`)
      ),
      (address) => {
        expect(digitsOf(showAddress(address))).toBe(digitsOf(address))
        expect(showAddress(address).startsWith('+')).toBe(address.startsWith('+'))
      }
    ),
    { numRuns: 2_000 }
  )
})
