import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  joinParts,
  partIdOf,
  splitMessage
} from '../../../../../src/renderer/features/composer/split-message.ts'

const words = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 80 })
  .map((list) => list.join(' '))
const anyText = fc.oneof(
  words,
  fc.string({ unit: 'grapheme', maxLength: 600 }),
  fc.string({ unit: 'binary', maxLength: 400 })
)

const withoutNumber = (part: string) => part.replace(/^\(\d+\/\d+\) /u, '')
const withoutSpace = (text: string) => text.replace(/\s/gu, '')
const graphemesOf = (text: string) =>
  Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)

describe('a text too long for one message', () => {
  it('breaks at spaces and numbers its parts', () => {
    expect(splitMessage('one two three four five', 16)).toEqual([
      '(1/3) one two',
      '(2/3) three four',
      '(3/3) five'
    ])
  })

  it('breaks a word that fills a part by itself', () => {
    expect(splitMessage('abcdefghijklmnop', 14)).toEqual(['(1/2) abcdefgh', '(2/2) ijklmnop'])
  })

  it('does not break where a space forbids it', () => {
    expect(splitMessage('call 12\u00a034 or write', 17)).toEqual(['(1/2) call 12\u00a034', '(2/2) or write'])
  })

  it('stays alone where it fits, without the spaces around it', () => {
    expect(splitMessage(`${'a'.repeat(160)}   `, 160)).toEqual(['a'.repeat(160)])
  })

  it('takes up to 20 parts and no more', () => {
    expect(splitMessage('x'.repeat(9 * 153 + 11 * 152), 160)).toHaveLength(20)
    expect(splitMessage('x'.repeat(9 * 153 + 11 * 152 + 1), 160)).toBeNull()
  })

  it('is not split within what is read as one character, even where that is too long', () => {
    expect(splitMessage(`a${'\u0301'.repeat(200)}`, 160)).toBeNull()
  })

  it('is whole again without the numbers, each part short enough', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 160 }), (text, limit) => {
        const parts = splitMessage(text, limit)
        if (parts === null) return
        expect(parts.length).toBeLessThanOrEqual(20)
        expect(parts.every((part) => part.length <= limit)).toBe(true)
        const isNumbered = parts.length > 1
        const bodies = isNumbered ? parts.map(withoutNumber) : parts
        const numbers = parts.map((part, index) => part.startsWith(`(${index + 1}/${parts.length}) `))
        expect(numbers.every((isIt) => isIt === isNumbered)).toBe(true)
        expect(withoutSpace(bodies.join(''))).toBe(withoutSpace(text))
        // Each body is there as it was written: only what stood between them is gone, and that was space.
        let at = 0
        for (const body of bodies) {
          const found = text.indexOf(body, at)
          expect(withoutSpace(text.slice(at, found))).toBe('')
          at = found + body.length
        }
        const whole = graphemesOf(text).filter((grapheme) => withoutSpace(grapheme) !== '')
        expect(bodies.flatMap(graphemesOf).filter((grapheme) => withoutSpace(grapheme) !== '')).toEqual(whole)
      })
    )
  })
})

describe('joining parts again', () => {
  it('leaves their numbers out', () => {
    expect(joinParts(['(1/3) one two', '(2/3) three', '(3/3) four'])).toBe('one two three four')
    expect(joinParts(['(2/3) three', '(3/3) four'])).toBe('three four')
  })

  it('leaves a single message as it is', () => {
    expect(joinParts(['Hello (1/2) there'])).toBe('Hello (1/2) there')
    expect(joinParts([])).toBe('')
  })
})

it('the ids of parts follow from the intent: UUIDs, the first the intent itself, no two the same', () => {
  fc.assert(
    fc.property(fc.uuid(), (intentId) => {
      const ids = Array.from({ length: 20 }, (_, index) => partIdOf(intentId, index))
      expect(ids[0]).toBe(intentId)
      expect(new Set(ids).size).toBe(20)
      expect(ids.every((id) => z.uuid().safeParse(id).success)).toBe(true)
    })
  )
})
