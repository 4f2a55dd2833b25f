import { domainToASCII, domainToUnicode } from 'node:url'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { unicodeHost } from '../../../../../src/renderer/features/messages/punycode.ts'

it.each([
  ['xn--mnchen-3ya.example', 'münchen.example'],
  ['xn--pple-43d.com', 'аpple.com'],
  ['xn--fiqs8s', '中国'],
  ['example.com:8443', 'example.com:8443'],
  ['xn--a', 'xn--a'],
  ['xn--99999999999', 'xn--99999999999'],
  ['xn--', 'xn--']
])('%s is read as %s', (ascii, unicode) => {
  expect(unicodeHost(ascii)).toBe(unicode)
})

it('reads every name that can be written as the system reads it', () => {
  const letters = fc.constantFrom(...Array.from('abcz019-äöüßéñçžабвгдهلن田中国さくら한글ไทยαβγ'))
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }), (name) => {
      const ascii = domainToASCII(`${name.join('')}.example`)
      fc.pre(ascii !== '')
      expect(unicodeHost(ascii)).toBe(domainToUnicode(ascii))
    })
  )
})
