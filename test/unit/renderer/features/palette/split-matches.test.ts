import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitMatches } from '../../../../../src/renderer/features/palette/split-matches.ts'

/** The text with its marks as brackets. */
const marked = (text: string, query: string): string =>
  splitMatches(text, query)
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')

describe('what is marked', () => {
  it.each([
    ['Anna Meier', 'an', '[An]na Meier'],
    ['Jan and Anna', 'an', 'Jan [an]d [An]na'],
    ['Assistant', 'an', 'Assist[an]t'],
    ['Anna Meier', 'mei ann', '[Ann]a [Mei]er'],
    ['Zoë O’Brien', 'zoe', '[Zoë] O’Brien'],
    ['Zoe\u0308 Brien', 'zoë', '[Zoe\u0308] Brien'],
    ['Carmen Ibáñez', 'IBANEZ', 'Carmen [Ibáñez]'],
    ['田中 さくら', '中', '田[中] さくら'],
    ['😀 Anna', 'anna', '😀 [Anna]'],
    ['Anna', 'xyz', 'Anna'],
    ['', 'an', ''],
    ['Anna', '', 'Anna']
  ])('in "%s" for "%s" is "%s"', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected)
  })

  it.each([
    ['+1 212 555 0123', '2125550123', '+1 [212 555 0123]'],
    ['+1 212 555 0123', '(212) 555', '+1 [212 555] 0123'],
    ['+1 212 555 0123', '0123', '+1 212 555 [0123]'],
    ['Anna Meier', '2125550123', 'Anna Meier'],
    ['ext 1001', '1001', 'ext [1001]']
  ])('of a number in "%s" for "%s" is "%s"', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected)
  })

  it('never changes the text, whatever is looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        expect(
          splitMatches(text, query)
            .map((piece) => piece.text)
            .join('')
        ).toBe(text)
      })
    )
  })

  it('finds every word that it was made of', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'x', 'y', 'ä', 'ü'),
      minLength: 1,
      maxLength: 6
    })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const pieces = splitMatches(words.join(' '), words.join(' '))
        expect(pieces.filter(({ isMatch }) => !isMatch).every(({ text }) => text.trim() === '')).toBe(true)
      })
    )
  })
})
