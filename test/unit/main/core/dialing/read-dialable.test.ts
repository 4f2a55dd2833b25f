import * as fc from 'fast-check'
import type * as libphonenumber from 'libphonenumber-js/max'
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Meaning, NumberTarget } from '../../../../../src/main/core/dialing/meaning.ts'
import { readDialable } from '../../../../../src/main/core/dialing/read-dialable.ts'
import { kindOfAddress, readAddress, showAddress } from '../../../../../src/main/core/numbers/index.ts'
import { digitsOf, isSubsequence, phoneText } from '../../../../fakes/phone-texts.ts'
import { dialableTexts, inWords, knownExtensions } from '../../../../fixtures/dialable-texts.ts'

const { countParse } = vi.hoisted(() => ({ countParse: vi.fn<() => void>() }))
vi.mock('libphonenumber-js/max', async (importOriginal) => {
  const original = await importOriginal<typeof libphonenumber>()
  const parsePhoneNumberFromString = (...args: Parameters<typeof original.parsePhoneNumberFromString>) => {
    countParse()
    return original.parsePhoneNumberFromString(...args)
  }
  return { ...original, parsePhoneNumberFromString }
})

const read = (text: string, region = 'US'): Meaning =>
  readDialable(text, { region, isKnownExtension: (digits) => knownExtensions.has(digits) })

function targetsIn(meaning: Meaning): readonly NumberTarget[] {
  if (meaning.kind === 'number') return [meaning.target]
  return meaning.kind === 'several' ? meaning.targets : []
}

const addressesIn = (meaning: Meaning): readonly string[] => targetsIn(meaning).map(({ address }) => address)

describe.each(Object.entries(dialableTexts))('%s', (_title, texts) => {
  test.each(texts.map((entry) => ({ ...entry, title: `${JSON.stringify(entry.text)} in ${entry.region}` })))(
    '$title',
    ({ text, region, means }) => {
      expect(inWords(read(text, region))).toEqual(means)
    }
  )
})

test('the texts are many', () => {
  expect(Object.values(dialableTexts).flat().length).toBeGreaterThanOrEqual(300)
})

describe('extensions that the office knows', () => {
  const withExtension = (extension: string, text: string, region: string): Meaning =>
    readDialable(text, { region, isKnownExtension: (digits) => digits === extension })

  test.each([
    ['110', 'DE'],
    ['15', 'FR'],
    ['999', 'GB'],
    ['2125550101', 'US'],
    ['7', 'US']
  ])('%s in %s comes before what it would be elsewhere', (extension, region) => {
    expect(withExtension(extension, extension, region)).toEqual({ kind: 'extension', address: extension })
  })

  test.each(['112', '911'])('%s is an emergency all the same', (digits) => {
    for (const text of [digits, `ext. ${digits}`, `tel:${digits}`])
      expect(withExtension(digits, text, 'US')).toEqual({ kind: 'emergency', digits })
  })

  test('no code is one', () => {
    expect(withExtension('*72', '*72', 'US')).toEqual({ kind: 'feature-code', code: '*72' })
  })
})

describe('what a number costs, and where it is', () => {
  test.each([
    ['(212) 555-0101', 'US', false, 'US'],
    ['1-900-555-0123', 'US', true, 'US'],
    ['0900 1234567', 'DE', true, 'DE'],
    ['+44 20 7946 0958', 'US', false, 'GB'],
    ['+1 416 555 0123', 'US', false, 'CA'],
    ['+870 773 111 632', 'US', false, null],
    ['(555) 123-4567', 'US', false, null]
  ])('%s in %s', (text, region, isPremium, country) => {
    expect(targetsIn(read(text, region))).toMatchObject([{ isPremium, country }])
  })

  test.each([
    ['1-800-555-0199', 'US', true],
    ['(888) 234-5678', 'CA', true],
    ['8 800 555-35-35', 'KZ', true],
    ['0800 1234567', 'DE', true],
    ['(212) 555-0101', 'US', false]
  ])('whether %s in %s is free for its caller', (text, region, isTollFree) => {
    expect(targetsIn(read(text, region))).toMatchObject([{ isTollFree }])
  })
})

/** A text in which somewhere is a word, with its letters as a telephone has them on its keys. */
const onKeys = (text: string): string =>
  /[a-z]{3}/i.test(text)
    ? text.replace(/[a-z]/gi, (letter) =>
        '22233344455566677778889999'.charAt(letter.toLowerCase().charCodeAt(0) - 97)
      )
    : text

describe('whatever comes', () => {
  const countries = fc.constantFrom(...getCountries(), 'XX')
  const numberParts = '+1 _+49 _030 _0171 _(212) _555-_0101_12345_67890_ / _ - _, _\n_. _(0)'
  const otherParts = 'x89_ ext. 7_;ext=5_,89_#_*_tel:_sms:_%_;phone-context=_?_FLOWERS_€_a_ '
  const pieces = fc.constantFrom(...`${numberParts}_${otherParts}`.split('_'))
  const mixture = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''))
  const anyText = fc.oneof(phoneText(60), mixture, fc.string({ unit: 'binary', maxLength: 200 }))

  test('nothing throws, in any region', () => {
    fc.assert(
      fc.property(anyText, countries, (text, region) => {
        expect(read(text, region)).toHaveProperty('kind')
        expect(read(`tel:${text}`, region)).toHaveProperty('kind')
      }),
      { numRuns: 1_000 }
    )
  })

  // Not Argentina, whose mobile numbers have a 15 within the country that is a 9 from abroad.
  const without15 = fc.constantFrom('US', 'DE', 'GB', 'FR', 'IT', 'IN', 'JP', 'DK', 'AU', 'RU')

  test('what would be dialed has no digit that was not written, but for the country code', () => {
    fc.assert(
      fc.property(fc.oneof(phoneText(60), mixture), without15, (text, region) => {
        for (const { address, extension } of targetsIn(read(text, region))) {
          expect(kindOfAddress(address)).toBe('number')
          const written = [text, onKeys(text)].map((each) => getCountryCallingCode(region) + digitsOf(each))
          expect(written.some((digits) => isSubsequence(digitsOf(address), digits))).toBe(true)
          expect(digitsOf(text)).toContain(extension ?? '')
        }
      }),
      { numRuns: 3_000 }
    )
  })

  test('a number is given in the form in which numbers are stored, and once', () => {
    fc.assert(
      fc.property(anyText, countries, (text, region) => {
        const targets = targetsIn(read(text, region))
        for (const { address } of targets) expect(readAddress(address, region)).toBe(address)
        expect(new Set(targets.map((target) => JSON.stringify(target))).size).toBe(targets.length)
      }),
      { numRuns: 2_000 }
    )
  })

  test('a number is found again in how it is shown', () => {
    fc.assert(
      fc.property(anyText, countries, countries, (text, region, elsewhere) => {
        for (const target of targetsIn(read(text, region))) {
          const behind = target.extension === null ? '' : ` ext. ${target.extension}`
          expect(read(showAddress(target.address) + behind, elsewhere)).toEqual({ kind: 'number', target })
        }
      }),
      { numRuns: 2_000 }
    )
  })

  test('every number is read as one in how it is shown, wherever', () => {
    const digits = fc.stringMatching(/^\d{5,12}$/)
    fc.assert(
      fc.property(fc.constantFrom(...getCountries()), digits, countries, (country, national, elsewhere) => {
        const [address] = addressesIn(read(`+${getCountryCallingCode(country)}${national}`))
        fc.pre(address !== undefined)
        expect(addressesIn(read(showAddress(address), elsewhere))).toEqual([address])
      }),
      { numRuns: 2_000 }
    )
  })

  test('the digits of any script are the same', () => {
    const zeros = fc.constantFrom(...Array.from('٠۰०০๐߀０𝟎𝟘🯰'))
    fc.assert(
      fc.property(phoneText(60), zeros, (text, zero) => {
        const first = zero.codePointAt(0) ?? 0
        const translated = text.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)))
        expect(read(translated)).toEqual(read(text))
      })
    )
  })

  test('invisible marks change nothing', () => {
    const marks = fc.constantFrom(
      ...Array.from('\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2069\ufeff\u00ad')
    )
    fc.assert(
      fc.property(phoneText(40), fc.array(marks, { minLength: 40, maxLength: 40 }), (text, hidden) => {
        const marked = Array.from(text, (character, index) => character + (hidden[index] ?? '')).join('')
        expect(read(marked)).toEqual(read(text))
      })
    )
  })
})

describe('two numbers', () => {
  const american = fc
    .tuple(fc.constantFrom('212', '312', '415'), fc.integer({ min: 200, max: 899 }), fc.nat({ max: 9_999 }))
    .filter(([, exchange]) => exchange % 100 !== 11)
    .map(([area, exchange, line]) => [area, String(exchange), String(line).padStart(4, '0')] as const)
  type Parts = readonly [area: string, exchange: string, line: string]
  const writings = [
    ([area, exchange, line]: Parts) => `(${area}) ${exchange}-${line}`,
    ([area, exchange, line]: Parts) => `${area}-${exchange}-${line}`,
    ([area, exchange, line]: Parts) => `${area}.${exchange}.${line}`,
    ([area, exchange, line]: Parts) => `${area} ${exchange} ${line}`,
    ([area, exchange, line]: Parts) => `${area}${exchange}${line}`,
    ([area, exchange, line]: Parts) => `1-${area}-${exchange}-${line}`,
    ([area, exchange, line]: Parts) => `+1 ${area} ${exchange} ${line}`
  ]
  const written = fc
    .tuple(american, fc.constantFrom(...writings))
    .map(([parts, write]) => ({ text: write(parts), address: `+1${parts.join('')}` }))
  const between = fc.constantFrom(...', _; _\n_\r\n_\t_ / _ | _ or _ Fax: _  _ – _ → _ '.split('_'))

  test('that stand apart are those two, in their order', () => {
    fc.assert(
      fc.property(written, between, written, (one, separator, other) => {
        expect(addressesIn(read(one.text + separator + other.text))).toEqual([
          ...new Set([one.address, other.address])
        ])
      }),
      { numRuns: 2_000 }
    )
  })

  test('with a "+" stay as many, whatever their country', () => {
    const number = fc.constantFrom('+12125550101', '+442079460958', '+4930123456', '+33123456789')
    const separator = fc.oneof(between, fc.constant(''))
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 2 }), separator, (numbers, among) => {
        expect(addressesIn(read(numbers.join(among)))).toEqual(numbers)
      })
    )
  })

  test('of Germany, whose numbers have any length, are never joined', () => {
    const area = fc.constantFrom('030', '089', '0221', '0711')
    const subscriber = fc.integer({ min: 200_000, max: 9_999_999 })
    const separator = fc.constantFrom(' ', '  ', ', ', ' / ', ' - ', '\n', ';')
    const pair = fc.tuple(area, subscriber, separator, area, subscriber)
    fc.assert(
      fc.property(pair, ([area1, subscriber1, among, area2, subscriber2]) => {
        const text = `${area1} ${subscriber1}${among}${area2} ${subscriber2}`
        const addresses = [`+49${area1.slice(1)}${subscriber1}`, `+49${area2.slice(1)}${subscriber2}`]
        expect(addressesIn(read(text, 'DE'))).toEqual([...new Set(addresses)])
      }),
      { numRuns: 1_000 }
    )
  })
})

test('a code before or after a number is never dropped from it', () => {
  const code = fc.stringMatching(/^(?:[*#]{1,2}\d[\d*#]{0,4}[*#]|\*{1,2}\d{1,4})$/)
  fc.assert(
    fc.property(code, fc.constantFrom('', ' '), (written, space) => {
      expect(read(`${written}${space}+12125550101`)).toMatchObject({ kind: 'feature-code' })
      expect(read(`+12125550101${written}`)).toMatchObject({ kind: 'feature-code' })
    })
  )
})

describe('long texts', () => {
  beforeEach(() => {
    countParse.mockClear()
  })

  const fewDigits = '1 _1-_(_((1)_+_+1 _1 / _01 / _1, _1. _,,1_12 _0 1 2 3 4 5 _1)\n_1x1'
  const numbers = '+1 212 555 0101 _2125550101 _2125550101_030 12345 _030 / 12345 / _01 23 45 67 89 _x_12:'
  test.each(`${fewDigits}_${numbers}`.split('_'))(
    'of a page full of %j no character is looked at again and again',
    (piece) => {
      for (const region of ['US', 'DE', 'FR']) {
        countParse.mockClear()
        read(piece.repeat(2_000 / piece.length), region)
        expect(countParse.mock.calls.length).toBeLessThan(1_500)
      }
    }
  )

  test.each(['(212) 555-0101', '1-212-555-0101', '+1 212 555 0101', '212 5550101'])(
    '%s is looked at once, and once as it is stored',
    (text) => {
      read(text)
      expect(countParse.mock.calls.length).toBeLessThanOrEqual(2)
    }
  )

  test('a text that is longer than anything someone meant to call is not read', () => {
    expect(read(`+12125550101 ${'-'.repeat(2_000)}`)).toEqual({ kind: 'nothing', reason: 'too-long' })
    expect(countParse).not.toHaveBeenCalled()
  })
})
