import { Phone } from 'lucide-react'
import { describe, expect, it } from 'vitest'
import { partyOf, sectionsOf } from '../../../../../src/renderer/features/palette/palette-items.ts'
import type { Interpretation } from '../../../../../src/shared/domain/dialing.ts'
import { anna, ben, extension } from '../../../../fakes/sample-office.ts'

const actions = [
  { id: 'team', label: 'Go to Team', icon: Phone, run: () => {} },
  { id: 'quiet', label: 'Do not disturb for 1 hour', icon: Phone, run: () => {} }
]
const person = { party: anna, lastContactAtMs: 1 }
const text = { kind: 'message' as const, id: 'm', party: ben, atMs: 2, text: 'Hello' }
const findings = {
  asked: 'an',
  recent: [person],
  people: [person],
  texts: [text],
  interpretation: null,
  actions
}
const titles = (change: Partial<typeof findings>) =>
  sectionsOf({ ...findings, ...change }).map(({ title, items }) => [title, items.length])

const dialable = (...candidates: Extract<Interpretation, { outcome: 'dialable' }>['candidates']) =>
  ({ outcome: 'dialable', candidates }) as const

describe('the sections', () => {
  it('are the last contacts and what can be done, before anything is typed', () => {
    expect(titles({ asked: '' })).toEqual([
      ['recent', 1],
      ['actions', 2]
    ])
  })

  it('are what was found, without those that found nothing', () => {
    expect(titles({})).toEqual([
      ['people', 1],
      ['texts', 1]
    ])
    expect(titles({ people: [], texts: [] })).toEqual([])
  })

  it('hold an action whose name has every word that was typed', () => {
    expect(titles({ asked: 'disturb HOUR', people: [], texts: [] })).toEqual([['actions', 1]])
    expect(titles({ asked: 'disturb team', people: [], texts: [] })).toEqual([])
  })

  it('offer to call and to text a number, an extension only to call', () => {
    const numbers = sectionsOf({ ...findings, interpretation: dialable(anna, extension('1002', 'Maria')) })
    expect(numbers.find(({ title }) => title === 'number')?.items.map(({ kind }) => kind)).toEqual([
      'call',
      'write',
      'call'
    ])
  })

  it('offer nothing for what is not dialed from here', () => {
    const undialable = { outcome: 'undialable', reason: 'emergency', text: '911' } as const
    expect(sectionsOf({ ...findings, interpretation: undialable }).map(({ title }) => title)).not.toContain(
      'number'
    )
  })
})

it('every row but an action is about someone', () => {
  const sections = sectionsOf({ ...findings, asked: 'hour', interpretation: dialable(anna) })
  expect(sections.flatMap(({ items }) => items.map((item) => partyOf(item)?.address))).toEqual([
    anna.address,
    anna.address,
    anna.address,
    ben.address,
    undefined
  ])
})
