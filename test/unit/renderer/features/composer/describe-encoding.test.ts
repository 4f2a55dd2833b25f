import { beforeAll, expect, it } from 'vitest'
import { describeForcing } from '../../../../../src/renderer/features/composer/describe-encoding.ts'
import { measureSms } from '../../../../../src/renderer/features/composer/sms-text.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'

beforeAll(startText)

it.each([
  ['plain', null],
  ['it’s', '’ makes this 1 segment of at most 70 characters.'],
  [`“${'a'.repeat(80)}’`, '“ and ’ make this 2 segments of at most 67 characters.'],
  [
    'a lot of words – with “all”, ‘all’ of them',
    '–, “, ”, ‘ and 1 more character make this 1 segment of at most 70 characters.'
  ],
  ['明日の午後に', 'Its script makes this 1 segment of at most 70 characters.']
])('%j', (text, words) => {
  expect(describeForcing(measureSms(text))).toBe(words)
})
