import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { subjectToken, textOfToken } from '../../../../../src/main/core/team/subjects.ts'
import { readWorkKey, sharedKinds, workKey } from '../../../../../src/main/core/team/work-key.ts'

test('a key says what it is about, whatever characters that has', () => {
  assert(
    property(
      constantFrom(...sharedKinds),
      string({ unit: 'grapheme', minLength: 1 }).filter((id) => id.isWellFormed()),
      (kind, id) => {
        const key = workKey(61, kind, id)
        expect(key).toMatch(/^61\.[a-z]+\.[A-Za-z0-9_=]+$/)
        expect(readWorkKey(key)).toEqual({ kind, id })
      }
    )
  )
})

test.each([
  '61',
  '61.claim',
  '61.claim.-',
  '61.claim.',
  '61.claim.a.b',
  '61.secret.a',
  '61.claim.=2b5',
  '61.claim.=2',
  '61.claim.=41',
  '61.claim.=FF',
  '61.claim.*'
])('%s is about nothing that is known', (key) => {
  expect(readWorkKey(key)).toBeNull()
})

test('every token is of one text, and every text of one token', () => {
  assert(
    property(string(), (token) => {
      const text = textOfToken(token)
      expect(text === null || subjectToken(text) === token).toBe(true)
    })
  )
})
