import { expect, it } from 'vitest'
import {
  isShorter,
  retentionChoices,
  retentionText
} from '../../../../../src/renderer/features/settings/retention-choices.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'

startText()

it.each([
  [null, 90, true],
  [365, 90, true],
  [90, 365, false],
  [90, 90, false],
  [90, null, false],
  [null, null, false]
])('from %s to %s days deletes something: %s', (from, to, is) => {
  expect(isShorter(from, to)).toBe(is)
})

it('says years where they are whole', () => {
  expect([null, 730, 365, 30, 400].map(retentionText)).toEqual([
    'for ever',
    '2 years',
    '1 year',
    '30 days',
    '400 days'
  ])
})

it('offers what is set, even where it is none of the usual', () => {
  expect(retentionChoices(45)).toContain(45)
  expect(retentionChoices(90).filter((days) => days === 90)).toHaveLength(1)
})
