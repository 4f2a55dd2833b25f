import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fold,
  hasWord,
  typedDigitPieces,
  typedDigits,
  typedWords,
  wordsOf
} from '../../../../../src/main/core/search/index.ts'
import { placedWords } from '../../../../../src/main/core/search/words.ts'

const hasAll = (text: string, typed: string): boolean =>
  typedWords(typed, 'each').every((word) => hasWord(wordsOf(text), word))

describe('words', () => {
  test.each([
    ['Zoë Müller', 'zoe mull'],
    ['STRASSE', 'straße'],
    ['Ægir Østergård', 'aegir ost'],
    ['O’Brien', 'obrien'],
    ['O’Brien', "o'br"],
    ['ΟΔΟΣ', 'οδος'],
    ['ＡＢＣ　１２', 'abc 12'],
    ['東京都の山田太郎', '太郎'],
    ['山田太郎', '田'],
    ['김철수', '김'],
    ['שָׁלוֹם', 'שלום']
  ])('%s is found by %s', (text, typed) => {
    expect(hasAll(text, typed)).toBe(true)
  })

  test.each([
    ['Anna', 'nna'],
    ['Anna', 'annas'],
    ['Anna Smith', 'anna x'],
    ['山田太郎', '山太']
  ])('%s is not found by %s', (text, typed) => {
    expect(hasAll(text, typed)).toBe(false)
  })

  test('only the last word may be a beginning, where that is asked for', () => {
    expect(typedWords('call me tomor', 'last')).toEqual([
      { word: 'call', isPrefix: false },
      { word: 'me', isPrefix: false },
      { word: 'tomor', isPrefix: true }
    ])
  })

  test('whatever is typed is split into words that are never the syntax of FTS5', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { word } of [...typedWords(text, 'last'), ...typedWords(text, 'each')]) {
          expect(word).not.toMatch(/[\s"*^:(){}+\-\0]/)
          expect(word).not.toBe('')
        }
      })
    )
  })

  test('a text has each of its own words, however it is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(hasAll(text, text)).toBe(true)
        expect(fold(fold(text))).toBe(fold(text))
      })
    )
  })

  test('the places of words lie in the text, one after the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let before = 0
        for (const { start, end } of placedWords(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = start
        }
      })
    )
  })
})

describe('digits', () => {
  test.each([
    ['(212) 555-01', ['21255501']],
    ['030 901820', ['030901820', '30901820']],
    ['+44 (0)20 7946', ['440207946', '44207946']],
    ['0044 20', ['004420', '4420']],
    ['\u202a+1 212\u202c', ['1212']],
    ['１２', ['12']],
    ['0', ['0']],
    ['', []],
    ['-', []],
    ['anna 212', []]
  ])('%s is typed for %j', (text, digits) => {
    expect(typedDigits(text)).toEqual(digits)
  })

  test('what is long is looked for in pieces, what is short as a beginning', () => {
    expect(typedDigitPieces('21')).toEqual([{ word: '21', isPrefix: true }])
    expect(typedDigitPieces('2125').map(({ word }) => word)).toEqual(['212', '125'])
  })
})
