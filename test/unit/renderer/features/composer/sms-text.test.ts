import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isTypographic,
  measureSms,
  swapTypographic
} from '../../../../../src/renderer/features/composer/sms-text.ts'

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...Array.from('aé€“’–…•\u00a0😀 \n'))
  ),
  maxLength: 200
})

describe('measuring', () => {
  it.each([
    ['', 'GSM-7', 1, 160],
    ['a'.repeat(160), 'GSM-7', 1, 160],
    ['a'.repeat(161), 'GSM-7', 2, 153],
    ['€'.repeat(80), 'GSM-7', 1, 160],
    ['€'.repeat(81), 'GSM-7', 2, 153],
    ['“'.repeat(70), 'UCS-2', 1, 70],
    ['“'.repeat(71), 'UCS-2', 2, 67],
    ['a\nb', 'GSM-7', 1, 160]
  ])('%j', (text, encoding, segmentCount, segmentLength) => {
    expect(measureSms(text)).toMatchObject({ encoding, segmentCount, segmentLength })
  })

  it('names each character that forces UCS-2 once, whole', () => {
    expect(measureSms('“Hi” ‘you’ “again” 👩‍🔧 ok').forcing).toEqual(['“', '”', '‘', '’', '👩‍🔧'])
  })

  it('cuts the text where marks begin and end', () => {
    expect(measureSms('a “b')).toMatchObject({
      runs: [
        { text: 'a ', isForcing: false },
        { text: '“', isForcing: true },
        { text: 'b', isForcing: false }
      ]
    })
  })

  it('is UCS-2 exactly where something forces it, and its runs are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { encoding, forcing, runs } = measureSms(text)
        expect(encoding === 'UCS-2').toBe(forcing.length > 0)
        expect(runs.map((run) => run.text).join('')).toBe(text)
        expect(runs.every((run, index) => run.isForcing !== runs[index + 1]?.isForcing)).toBe(true)
      })
    )
  })
})

describe('plain characters', () => {
  it('take the place of typographic ones', () => {
    expect(swapTypographic('“We’re open” – 9\u202fto\u00a05…')).toBe('"We\'re open" - 9 to 5...')
  })

  it('leave letters, emoji and other scripts as they are', () => {
    const text = 'Größe ñ 東京 👩‍🔧 €'
    expect(swapTypographic(text)).toBe(text)
  })

  it('are GSM-7, change nothing else, and change nothing twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = swapTypographic(text)
        expect(swapTypographic(plain)).toBe(plain)
        expect(Array.from(plain).some(isTypographic)).toBe(false)
        const others = (words: string) =>
          Array.from(words).filter((character) => measureSms(character).encoding === 'UCS-2')
        expect(others(plain)).toEqual(others(text).filter((character) => !isTypographic(character)))
        expect(plain === text).toBe(!Array.from(text).some(isTypographic))
      })
    )
  })
})
