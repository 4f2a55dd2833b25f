import { Phone } from 'lucide-react'
import { describe, expect, it } from 'vitest'
import { partyOf, sectionsOf } from '../../../../../src/renderer/features/palette/palette-items.ts'
import type { DialCandidate } from '../../../../../src/shared/domain/dialing.ts'
import type { Party } from '../../../../../src/shared/domain/party.ts'
import { anna, ben, extension, stranger } from '../../../../fakes/sample-office.ts'
import { dialCandidate } from '../../../../fakes/scripted-dialing.ts'

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
  suggested: [],
  actions,
  settings: [{ id: 'settings-hotkeys', label: 'Hotkeys', icon: Phone, run: () => {} }]
}
const titles = (change: Partial<typeof findings>) =>
  sectionsOf({ ...findings, ...change }).map(({ title, items }) => [title, items.length])

const dialable = (...candidates: readonly DialCandidate[]) => ({ outcome: 'dialable', candidates }) as const

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

  it('hold a section of Settings by its title, once something is typed', () => {
    expect(titles({ asked: 'hotk', people: [], texts: [] })).toEqual([['settings', 1]])
  })

  it('offer to call and to text a number, an extension only to call', () => {
    const numbers = sectionsOf({
      ...findings,
      interpretation: dialable(dialCandidate(anna), dialCandidate(extension('1002', 'Maria')))
    })
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

describe('favourites and the last called', () => {
  const suggested = (change: object): readonly (Party | null)[] | undefined =>
    sectionsOf({ ...findings, suggested: [anna, ben, stranger], ...change })
      .find(({ title }) => title === 'suggested')
      ?.items.map(partyOf)

  it('are offered beside the last contacts, each person once', () => {
    expect(suggested({ asked: '' })).toEqual([ben, stranger])
  })

  it('are offered beside who was found and the number that was typed, each person once', () => {
    expect(suggested({ interpretation: dialable(dialCandidate(ben)) })).toEqual([stranger])
    expect(suggested({ people: [], interpretation: null })).toEqual([anna, ben, stranger])
  })

  it('are called by their number, a number with an extension by both', () => {
    const texts = sectionsOf({
      ...findings,
      suggested: [stranger],
      interpretation: dialable(dialCandidate(ben, { extensionByHand: '12' }))
    }).flatMap(({ items }) => items.flatMap((item) => (item.kind === 'call' ? [item.dialText] : [])))
    expect(texts).toEqual([`${ben.address} x12`, stranger.address])
  })
})

it('every row but an action is about someone', () => {
  const sections = sectionsOf({ ...findings, asked: 'hour', interpretation: dialable(dialCandidate(anna)) })
  expect(sections.flatMap(({ items }) => items.map((item) => partyOf(item)?.address))).toEqual([
    anna.address,
    anna.address,
    anna.address,
    ben.address,
    undefined
  ])
})
