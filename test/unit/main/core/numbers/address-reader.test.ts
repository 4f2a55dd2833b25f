import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressReader, readAddress } from '../../../../../src/main/core/numbers/index.ts'
import { phoneText } from '../../../../fakes/phone-texts.ts'

test('what is remembered is what would have been read', () => {
  fc.assert(
    fc.property(fc.array(phoneText(12), { maxLength: 50 }), (texts) => {
      const read = addressReader('US')
      for (const text of [...texts, ...texts]) expect(read(text)).toBe(readAddress(text, 'US'))
    })
  )
})

test('more than it remembers is read all the same', () => {
  const read = addressReader('US')
  const numbers = Array.from({ length: 2_500 }, (_, index) => `212555${1000 + index}`)
  expect(numbers.map(read)).toEqual(numbers.map((number) => `+1${number}`))
})
