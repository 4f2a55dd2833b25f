import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emojiGroups } from '../../../../../src/renderer/features/composer/emoji-data.ts'
import { findEmoji, moveInGrid } from '../../../../../src/renderer/features/composer/emoji-grid.ts'

const graphemes = new Intl.Segmenter('en')

describe('the emoji', () => {
  it('are each one character with a name, no two alike', () => {
    const all = emojiGroups.flatMap(({ emoji }) => emoji)
    for (const { text, name } of all) {
      expect([...graphemes.segment(text)]).toHaveLength(1)
      expect(text).toMatch(/\p{Emoji}/u)
      expect(name).toMatch(/^\w/u)
    }
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  it('are found by any words of their names', () => {
    expect(findEmoji('UP thumb').flatMap(({ emoji }) => emoji.map(({ text }) => text))).toEqual(['👍'])
    expect(findEmoji('xylophone')).toEqual([])
    expect(findEmoji(' ')).toEqual(emojiGroups)
  })
})

describe('keys in the grid', () => {
  const lengths = [8, 3, 8]
  it.each([
    [0, 7, 'ArrowRight', 1, 0],
    [1, 0, 'ArrowLeft', 0, 7],
    [0, 6, 'ArrowDown', 1, 2],
    [1, 2, 'ArrowDown', 2, 2],
    [2, 7, 'ArrowRight', 2, 7],
    [0, 0, 'ArrowLeft', 0, 0],
    [0, 0, 'ArrowUp', 0, 0],
    [1, 1, 'Home', 1, 0],
    [1, 1, 'End', 1, 2]
  ])('from %i/%i %s leads to %i/%i', (row, column, key, toRow, toColumn) => {
    expect(moveInGrid(lengths, { row, column }, key)).toEqual({ row: toRow, column: toColumn })
  })

  it('never lead out of it', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'x')
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1 }), fc.array(key), (rows, keys) => {
        let place = { row: 0, column: 0 }
        for (const pressed of keys) {
          place = moveInGrid(rows, place, pressed) ?? place
          expect(place.column).toBeLessThan(rows[place.row] ?? 0)
        }
      })
    )
  })
})
