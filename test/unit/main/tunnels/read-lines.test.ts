import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLineReader } from '../../../../src/main/tunnels/read-lines.ts'

function read(pieces: readonly string[], limit?: number): readonly string[] {
  const lines: string[] = []
  const reader = createLineReader((line) => lines.push(line), limit)
  for (const piece of pieces) reader.push(piece)
  reader.end()
  return lines
}

test('lines come out whole, wherever the text was cut into pieces', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', '\t'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.nat(40)), (lines, cuts) => {
      const text = lines.map((one) => `${one}\n`).join('')
      const at = cuts.filter((cut) => cut < text.length).toSorted((one, other) => one - other)
      const pieces = [0, ...at].map((from, index) => text.slice(from, at[index] ?? text.length))
      expect(read(pieces)).toEqual(lines)
    })
  )
})

test('a last line without an end is told when the text ends, and no empty one after the last', () => {
  expect(read(['one\ntw', 'o'])).toEqual(['one', 'two'])
  expect(read(['one\n'])).toEqual(['one'])
  expect(read([])).toEqual([])
})

test('the line ends of Windows are taken off', () => {
  expect(read(['one\r', '\ntwo\r\n'])).toEqual(['one', 'two'])
})

test('a line without end is cut, and what follows it is read', () => {
  expect(read(['x'.repeat(50), 'x'.repeat(50), '\nnext\n'], 10)).toEqual(['x'.repeat(10), 'next'])
})
