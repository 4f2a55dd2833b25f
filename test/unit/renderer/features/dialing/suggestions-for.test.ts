import { describe, expect, it } from 'vitest'
import {
  firstOffers,
  suggestionsFor,
  withPeople
} from '../../../../../src/renderer/features/dialing/suggestions-for.ts'
import { anna, ben, extension, number } from '../../../../fakes/sample-office.ts'

const berlin = { ...number('+4930123456', 'Zoë Öztürk'), company: 'Acme & Co' }
const maria = extension('1002', 'Maria Garcia')
const all = { favourites: [berlin, anna], recent: [ben, anna, maria] }
const found = (text: string) => {
  const { favourites, recent } = suggestionsFor(all, text)
  return [...favourites, ...recent].map(({ name }) => name)
}

describe('suggestions', () => {
  it('are everyone once, favourites first, before anything is typed', () => {
    expect(suggestionsFor(all, '')).toEqual({ favourites: [berlin, anna], recent: [ben, maria] })
  })

  it.each([
    ['a name in whatever case', 'öZT', ['Zoë Öztürk']],
    ['several words in any order', 'okafor ben', ['Ben Okafor']],
    ['a company', 'acme', ['Zoë Öztürk']],
    ['digits as one says them', '(555) 123', ['Anna Meier']],
    ['a national number', '030 12', ['Zoë Öztürk']],
    ['an international number', '+49 30', ['Zoë Öztürk']],
    ['an extension', '1002', ['Maria Garcia']]
  ])('are found by %s', (_how, text, names) => {
    expect(found(text)).toEqual(names)
  })

  it.each(['xylophone', 'anna garcia', '000', 'room 555'])('are nobody for “%s”', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('whoever else is known', () => {
  const withheld = { ...number(''), kind: 'anonymous' as const }
  const offers = withPeople({ favourites: [berlin], recent: [anna] }, [anna, withheld, ben, berlin, maria])

  it('is offered once, after those preferred, and only where there is something to call', () => {
    expect(offers).toEqual({ favourites: [berlin], recent: [anna], people: [ben, maria] })
  })

  it.each([
    [0, { favourites: [], recent: [], people: [] }],
    [1, { favourites: [berlin], recent: [], people: [] }],
    [3, { favourites: [berlin], recent: [anna], people: [ben] }],
    [9, offers]
  ])('is cut with them, last first: %i', (count, first) => {
    expect(firstOffers(offers, count)).toEqual(first)
  })
})
