import { expect, it } from 'vitest'
import { hintOf } from '../../../../../src/renderer/features/dialing/hint-of.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'
import { undialableSchema } from '../../../../../src/shared/domain/dialing.ts'
import { anna, ben } from '../../../../fakes/sample-office.ts'
import { dialCandidate } from '../../../../fakes/scripted-dialing.ts'

startText()

const undialable = (reason: (typeof undialableSchema.options)[number], text: string) =>
  hintOf({ outcome: 'undialable', reason, text }, text)

it('says what Enter would call, and how many more numbers were found', () => {
  const candidates = [dialCandidate(anna), dialCandidate(ben)]
  expect(hintOf({ outcome: 'dialable', candidates }, 'x')).toEqual({
    kind: 'dialable',
    text: 'Call +1 555 123 4567 · Anna Meier, 1 more number found'
  })
})

it('says nothing of a text that is just a name, and why of what looks like a number', () => {
  expect(undialable('no-number', 'anna')).toBeNull()
  expect(undialable('no-number', '55')?.text).toBe('No phone number was found in “55”.')
})

it.each(undialableSchema.options.filter((reason) => reason !== 'no-number'))('says why: %s', (reason) => {
  const hint = undialable(reason, 'call 911')
  expect(hint?.kind).toBe('undialable')
  expect(hint?.text).not.toContain('dialing.')
})
