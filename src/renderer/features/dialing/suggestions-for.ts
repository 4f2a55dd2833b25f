import type { DialSuggestions } from '../../../shared/domain/dialing.ts'
import type { Party } from '../../../shared/domain/party.ts'

/** Whom the dial bar offers, each person once. */
export interface DialOffers extends DialSuggestions {
  /** Contacts, colleagues and whoever else is known by what was typed, as far as they can be called. */
  readonly people: readonly Party[]
}

/** `suggestions`, and of the `people` found those who are not among them. */
export function withPeople(suggestions: DialSuggestions, people: readonly Party[]): DialOffers {
  const offered = new Set([...suggestions.favourites, ...suggestions.recent].map(({ address }) => address))
  const isNew = ({ kind, address }: Party) =>
    (kind === 'number' || kind === 'extension') && !offered.has(address)
  return { ...suggestions, people: people.filter(isNew) }
}

/** The first `count` of them, in the order in which they are shown. */
export function firstOffers({ favourites, recent, people }: DialOffers, count: number): DialOffers {
  const leftFor = (...before: readonly (readonly Party[])[]) =>
    Math.max(0, count - before.reduce((sum, { length }) => sum + length, 0))
  return {
    favourites: favourites.slice(0, count),
    recent: recent.slice(0, leftFor(favourites)),
    people: people.slice(0, leftFor(favourites, recent))
  }
}

/**
 * Who of the suggestions has every word of `text` in name or company, or its digits in the number; everyone for no text. Each person
 * stands once, favourites first.
 */
export function suggestionsFor({ favourites, recent }: DialSuggestions, text: string): DialSuggestions {
  const preferred = new Set(favourites.map(({ address }) => address))
  const isMeant = matcherOf(text)
  return {
    favourites: favourites.filter(isMeant),
    recent: recent.filter((party) => !preferred.has(party.address) && isMeant(party))
  }
}

function matcherOf(text: string): (party: Party) => boolean {
  const words = text.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  // A national number begins with a zero that its international form does not have.
  const digits = /\p{L}/u.test(text) ? '' : text.replace(/\D/gu, '').replace(/^0+/u, '')
  return ({ address, display, name, company }) => {
    const names = `${name ?? ''}\n${company ?? ''}\n${display}`.toLocaleLowerCase()
    return words.every((word) => names.includes(word)) || (digits !== '' && address.includes(digits))
  }
}
