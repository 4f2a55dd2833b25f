import { describe, expect, it } from 'vitest'
import {
  contactDraftOf,
  formDraftOf,
  problemsLeft,
  problemsOf,
  withNumber
} from '../../../../../src/renderer/features/contacts/contact-draft.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'
import type { FormDraft } from '../../../../../src/renderer/ui-state/index.ts'
import type { Interpretation } from '../../../../../src/shared/domain/dialing.ts'
import { sampleContacts } from '../../../../fakes/sample-contacts.ts'
import { anna, ben } from '../../../../fakes/sample-office.ts'
import { dialCandidate } from '../../../../fakes/scripted-dialing.ts'

startText()

const form = (name: string, ...texts: string[]) => ({
  name,
  company: '',
  numbers: texts.map((text, key) => ({ key, text, label: '' }))
})
const read = (...all: Interpretation[]): ReadonlyMap<number, Interpretation> =>
  new Map(all.map((each, key) => [key, each]))
const one: Interpretation = { outcome: 'dialable', candidates: [dialCandidate(anna)] }
const two: Interpretation = { outcome: 'dialable', candidates: [dialCandidate(anna), dialCandidate(ben)] }
const none: Interpretation = { outcome: 'undialable', reason: 'no-number', text: 'x' }
const premium: Interpretation = { outcome: 'undialable', reason: 'premium', text: '900' }

describe('the form', () => {
  it('shows what is kept, and gives it back as it was', () => {
    const contact = sampleContacts[0]
    if (!contact) throw new Error('No sample')
    expect(contactDraftOf(formDraftOf(contact, null))).toEqual({
      name: contact.name,
      company: contact.company,
      numbers: contact.numbers.map(({ display, label }) => ({ text: display, label }))
    })
  })

  it('begins with the number that it is for', () => {
    expect(formDraftOf(null, anna.address).numbers).toEqual([{ key: 0, text: anna.address, label: '' }])
  })

  it('takes lines left empty for no numbers, and blanks for nothing', () => {
    expect(contactDraftOf({ ...form(' Ada ', '', ' 1001 ', ' '), company: ' ' })).toEqual({
      name: 'Ada',
      company: null,
      numbers: [{ text: '1001', label: null }]
    })
  })

  it('adds lines with keys of their own, up to as many as can be kept', () => {
    const some = { ...form('Ada'), numbers: [{ key: 3, text: '', label: '' }] }
    expect(withNumber(some).numbers.map(({ key }) => key)).toEqual([3, 4])
    let many: FormDraft = form('Ada', '')
    for (let at = 0; at < 40; at += 1) many = withNumber(many)
    expect(many.numbers).toHaveLength(20)
  })
})

describe('what keeps it from being saved', () => {
  it('is nothing where there is a name and every number is one', () => {
    expect(problemsOf(form('Ada', '1', '', '900'), read(one, none, premium))).toBeNull()
  })

  it('is a missing name and a missing number, each at its field', () => {
    const problems = problemsOf(form(' ', ''), read())
    expect(problems?.name).toContain('name')
    expect([...(problems?.numbers ?? [])].map(([key]) => key)).toEqual([0])
  })

  it('is no longer said of a field that was changed since', () => {
    const found = form('', 'x', '1 2')
    const problems = problemsOf(found, read(none, two))
    if (!problems) throw new Error('Nothing wrong')
    const left = problemsLeft(problems, found, form('A', '2', '1 2'))
    expect(left.name).toBeUndefined()
    expect([...left.numbers.keys()]).toEqual([1])
    expect(problemsLeft(problems, found, found)).toEqual(problems)
  })

  it('is a line that holds no number, or two', () => {
    const problems = problemsOf(form('Ada', 'x', '1', '1 2'), read(none, one, two))
    expect([...(problems?.numbers.keys() ?? [])]).toEqual([0, 2])
    expect(problems?.name).toBeUndefined()
  })
})
