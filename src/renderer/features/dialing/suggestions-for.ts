import type { DialSuggestions } from '../../../shared/domain/dialing.ts'
import type { Party } from '../../../shared/domain/party.ts'

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
