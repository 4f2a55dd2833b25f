import * as fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, test } from 'vitest'
import { keyedChoice } from '../../../../../../src/main/core/diagnostics/pseudonyms/keyed-choice.ts'
import { createPseudonyms } from '../../../../../../src/main/core/diagnostics/pseudonyms/pseudonyms.ts'
import { replacedText } from '../../../../../../src/main/core/diagnostics/pseudonyms/replaced-text.ts'
import { kindOfAddress, readAddress } from '../../../../../../src/main/core/numbers/index.ts'
import { names, numbers } from '../../../../../fakes/phone-scenarios.ts'

const key = Buffer.from('the key of one bundle')
const pseudonyms = (avoid: readonly string[] = [], of = key) =>
  createPseudonyms({ key: of, region: 'US', avoid: new Set(avoid) })
const read = (text: string): string => readAddress(text, 'US')

describe('a number', () => {
  test.each(numbers.map(([address]) => [address]))('%s becomes one of its country and length', (address) => {
    const made = pseudonyms().address(address)
    expect(made).not.toBe(address)
    expect(read(made)).toBe(made)
    expect(made).toHaveLength(address.length)
    const [one, other] = [parsePhoneNumberFromString(address), parsePhoneNumberFromString(made)]
    expect(other?.countryCallingCode).toBe(one?.countryCallingCode)
  })

  test.each(numbers.map(([address]) => [address]))(
    '%s becomes nobody’s, where that can be had',
    (address) => {
      const made = pseudonyms().address(address)
      const parsed = parsePhoneNumberFromString(made)
      const isNorthAmerican = address.startsWith('+1')
      const isForFiction =
        /^\+1\d{3}55501\d\d$/.test(made) && parsed?.country === parsePhoneNumberFromString(address)?.country
      expect(isNorthAmerican ? isForFiction : parsed?.isValid() === false).toBe(true)
    }
  )

  test('is the same in every spelling, and spelled alike where it can be', () => {
    for (const [address, ...spellings] of numbers) {
      const replacer = pseudonyms()
      const made = replacer.address(address)
      for (const spelling of spellings) {
        const respelled = replacer.address(spelling)
        expect(read(respelled)).toBe(made)
        expect(respelled).not.toBe(spelling)
      }
    }
    expect(pseudonyms().address('(415) 555-2671')).toMatch(/^\(\d{3}\) 555-01\d\d$/)
  })

  test('is another for another, many times', () => {
    const replacer = pseudonyms()
    const originals = Array.from({ length: 3_000 }, (_, at) => `+1415${2_000_000 + at}`)
    const made = originals.map((text) => replacer.address(text))
    expect(new Set(made).size).toBe(originals.length)
    expect(made.every((text) => /^\+1\d{3}55501\d\d$/.test(text))).toBe(true)
  })

  test('in a country of +1 with one area code stays there as long as there is room', () => {
    const replacer = pseudonyms()
    const made = Array.from({ length: 120 }, (_, at) => replacer.address(`+1876${5_550_200 + at}`))
    expect(new Set(made).size).toBe(120)
    expect(made.filter((text) => text.startsWith('+1876')).length).toBeGreaterThan(60)
  })

  test('is never one of somebody else', () => {
    const free = pseudonyms().address('+14155552671')
    expect(pseudonyms([free]).address('+14155552671')).not.toBe(free)
  })

  test('of no country stays of none', () => {
    const made = pseudonyms().address('123456789012345678')
    expect(made).toMatch(/^\d{18}$/)
    expect(made).not.toBe('123456789012345678')
    expect(kindOfAddress(read(made))).toBe('other')
  })
})

test.each(['1001', '100123', '*97', '#31#', '', 'anonymous', 'Restricted'])('%j stays', (text) => {
  expect(pseudonyms().address(text)).toBe(text)
  expect(pseudonyms().name(text)).toBe(text)
})

describe('an id', () => {
  test.each([
    ['1c9f2b7e-8a64-4c1e-9d0f-5a2f1b3c4d5e', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/],
    ['PBX7-1768473000.4421', /^[A-Z]{3}\d-\d{10}\.\d{4}$/],
    ['4400123', /^[1-9]\d{6}$/],
    ['007', /^0\d\d$/]
  ])('%s keeps its shape', (id, shape) => {
    const replacer = pseudonyms()
    expect(replacer.id(id)).toMatch(shape)
    expect(replacer.id(id)).not.toBe(id)
    expect(replacer.id(` ${id}`)).toBe(replacer.id(id))
  })

  test('is another for another, even where there are few of its shape', () => {
    const replacer = pseudonyms()
    const ids = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b']
    expect(new Set(ids.map((id) => replacer.id(id))).size).toBe(ids.length)
  })

  test('that is a number of JSON is one after', () => {
    const replacer = pseudonyms()
    for (const id of ['9007199254740993', '12345678901234567000', '123456']) {
      expect(String(Number(replacer.id(id)))).toBe(replacer.id(id))
    }
  })

  test('with another key is another', () => {
    expect(pseudonyms([], Buffer.from('of another')).id('4400123')).not.toBe(pseudonyms().id('4400123'))
  })
})

describe('a text', () => {
  const body = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...Array.from('aB3 ?@£èüß^{€|~[]`áщ王👍\n')), maxLength: 40 })
  )
  const takes = (text: string) => {
    const { encodingName, totalSize, segmentsCount } = new SegmentedMessage(text, 'auto') as unknown as {
      readonly encodingName: string
      readonly totalSize: number
      readonly segmentsCount: number
    }
    return { encodingName, totalSize, segmentsCount }
  }

  test('is as long as before, and takes the same room in a message', () => {
    fc.assert(
      fc.property(body, (text) => {
        fc.pre(text === text.normalize('NFC'))
        const made = replacedText(text, keyedChoice(key, text, 0))
        expect(made).toHaveLength(text.length)
        expect(takes(made)).toEqual(takes(text))
        expect(made).not.toMatch(/\d/)
      }),
      { numRuns: 500 }
    )
  })

  test('of other spaces or another form of the same letters is the same', () => {
    const replacer = pseudonyms()
    expect(replacer.body('Two  words')).toBe(replacer.body('Two words'))
    expect(replacer.body('Cafe\u0301').normalize('NFC')).toBe(replacer.body('Café').normalize('NFC'))
    expect(replacer.body('Two  wordz')).not.toBe(replacer.body('Two words'))
  })

  test.each(['STOP', ' start!  ', 'Unsubscribe.', 'yes', 'QUIT'])('%j stays', (word) => {
    expect(pseudonyms().body(word)).toBe(word.trim())
  })

  test('never becomes such a word', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
    const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
    const unlucky = words.filter((word) =>
      ['end', 'yes'].includes(replacedText(word, keyedChoice(key, `body ${word}`, 0)))
    )
    expect(unlucky.length).toBeGreaterThan(0)
    const replacer = pseudonyms()
    for (const word of unlucky) expect(['end', 'yes']).not.toContain(replacer.body(word))
  })
})

test('people are counted, and their numbers are numbers', () => {
  const replacer = pseudonyms(['Person 2'])
  const made = names.map((name) => replacer.name(name))
  expect(made.slice(0, 4)).toEqual(['Person 1', 'Person 3', 'Person 4', 'Person 5'])
  expect(made[4]).toMatch(/^\+1 \d{3} 555 01\d\d$/)
  expect(replacer.address(names[0] ?? '')).toBe('Person 1')
  expect([replacer.queue('Sales'), replacer.queue('Sales '), replacer.queue('Help')]).toEqual([
    'Queue 1',
    'Queue 1',
    'Queue 2'
  ])
})

test('addresses of the internet become those that are kept for documents', () => {
  const replacer = pseudonyms()
  const made = Array.from({ length: 300 }, (_, at) => replacer.source(`198.18.${at % 2}.${at}`))
  expect(new Set(made).size).toBe(300)
  expect(made.every((text) => /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/.test(text))).toBe(true)
})
