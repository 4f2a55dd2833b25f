import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanText } from '../../../../../src/renderer/features/composer/clean-text.ts'

it.each([
  ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
  ['a\u0000b\u0007c\u001b[31md', 'abc[31md'],
  ['col\tumn', 'col umn'],
  ['\u202egnp.exe\u2066x\u2069', 'gnp.exex'],
  ['\ufeffHello\ufffc', 'Hello'],
  ['שלום\u200f! 👩‍🔧 cafe\u0301', 'שלום\u200f! 👩‍🔧 cafe\u0301']
])('%j is pasted as %j', (pasted, clean) => {
  expect(cleanText(pasted)).toBe(clean)
})

it('leaves no control character but the line feed, and nothing to clean a second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      expect(clean).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      expect(cleanText(clean)).toBe(clean)
    })
  )
})
