import * as fc from 'fast-check'
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { interpretText, type Meaning } from '../../../../../src/main/core/dialing/interpret-text.ts'
import { kindOfAddress } from '../../../../../src/main/core/numbers/index.ts'
import { digitsOf, isSubsequence, phoneText } from '../../../../fakes/phone-texts.ts'
import { dialableTexts, knownExtensions } from '../../../../fixtures/dialable-texts.ts'

const interpret = (text: string, region = 'US'): Meaning =>
  interpretText(text, { region, isKnownExtension: (digits) => knownExtensions.has(digits) })

const addressesIn = (meaning: Meaning): readonly string[] =>
  meaning.outcome === 'dialable' ? meaning.addresses : []

describe.each(Object.entries(dialableTexts))('%s', (_title, texts) => {
  test.each(texts.map((entry) => ({ ...entry, title: JSON.stringify(entry.text) })))(
    '$title',
    ({ text, region, means }) => {
      const meaning = interpret(text, region)
      expect(meaning.outcome === 'dialable' ? meaning.addresses : meaning.reason).toEqual(means)
    }
  )
})

describe('whatever comes', () => {
  test('nothing throws, in any region', () => {
    const texts = fc.oneof(phoneText(200), fc.string({ unit: 'binary', maxLength: 200 }))
    fc.assert(
      fc.property(texts, fc.constantFrom(...getCountries(), 'XX'), (text, region) => {
        const meaning = interpret(text, region)
        expect(meaning.outcome === 'undialable' || meaning.addresses.length > 0).toBe(true)
      })
    )
  })

  test('what would be dialed is a number or an extension, and has no digit that was not written', () => {
    const anyOfThem = fc.constantFrom('US', 'DE', 'GB', 'FR')
    fc.assert(
      fc.property(phoneText(60), anyOfThem, (text, region) => {
        for (const address of addressesIn(interpret(text, region))) {
          expect(kindOfAddress(address)).toMatch(/^(number|extension)$/)
          expect(isSubsequence(digitsOf(address), getCountryCallingCode(region) + digitsOf(text))).toBe(true)
        }
      }),
      { numRuns: 1_000 }
    )
  })

  test('numbers with a "+" that stand side by side stay as many', () => {
    const number = fc.constantFrom('+12125550101', '+442079460958', '+4930123456', '+33123456789')
    const between = fc.constantFrom(' ', ', ', '; ', '\n', '\t', ' / ', ' or ', '')
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 2 }), between, (numbers, separator) => {
        expect(addressesIn(interpret(numbers.join(separator)))).toEqual(numbers)
      })
    )
  })

  test('a code before or after a number is never dropped from it', () => {
    const code = fc.stringMatching(/^[*#]{1,2}\d[\d*#]{0,4}$/)
    fc.assert(
      fc.property(code, fc.constantFrom('', ' '), (written, space) => {
        expect(addressesIn(interpret(`${written}${space}+12125550101`))).toEqual([])
        expect(addressesIn(interpret(`+12125550101${written}`))).toEqual([])
      })
    )
  })
})

describe('long texts', () => {
  test.each(['1 ', '1-', '(', '((1)', '+', '+1 212 555 0101 ', '2125550101', 'x'])(
    'a page full of %j is read at once',
    (piece) => {
      const text = piece.repeat(2_000 / piece.length)
      const startedAtMs = performance.now()
      interpret(text)
      expect(performance.now() - startedAtMs).toBeLessThan(1_000)
    }
  )

  test('a text that is longer than anything someone meant to call is not read', () => {
    expect(interpret(`+12125550101 ${'-'.repeat(2_000)}`)).toEqual({
      outcome: 'undialable',
      reason: 'no-number'
    })
  })
})
