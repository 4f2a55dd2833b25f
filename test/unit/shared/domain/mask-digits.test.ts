import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskDigits, maskedParty } from '../../../../src/shared/domain/mask-digits.ts'
import { anna, anonymous, extension, number } from '../../../fakes/sample-office.ts'

test.each([
  ['+1 555 123 4567', '+1 ••• ••• ••67'],
  ['+44 20 7946 0018', '+44 •• •••• ••18'],
  ['+1\u00a0(555)\u00a0123-4567', '+1\u00a0(•••)\u00a0•••-••67'],
  ['+15551234567', '+•••••••••67'],
  ['555 1234', '••• ••34'],
  ['5551234', '•••••34'],
  ['12', '12'],
  ['sip:anna', 'sip:anna']
])('%s is shown as %s', (display, masked) => {
  expect(maskDigits(display)).toBe(masked)
})

test('a name stays, one that is only a number does not', () => {
  expect(maskedParty(anna)).toMatchObject({ name: 'Anna Meier', address: anna.address })
  expect(maskedParty(number('+15551234567', '5551234567')).name).toBe('••••••••67')
  expect(maskedParty(number('+15551234567', 'Flat 12 B')).name).toBe('Flat 12 B')
})

test('colleagues and callers without a number are as they are', () => {
  expect(maskedParty(extension('1002', 'Maria'))).toEqual(extension('1002', 'Maria'))
  expect(maskedParty(anonymous)).toBe(anonymous)
})

test('whatever stands there, at most the country code and two digits are told', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('+', ' ', '-', '(', '1', '5', '9', 'x') }), (display) => {
      const masked = maskDigits(display)
      const rest = masked.replace(/^\+\d{1,3}(?!\d)/, '')
      expect(rest.replace(/\D/g, '').length).toBeLessThanOrEqual(2)
      expect(masked).toHaveLength(display.length)
    })
  )
})
