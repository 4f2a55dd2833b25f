import type { Party } from './party.ts'

const shownDigits = 2
/** A name of that many digits is a number: Voice360 tells one as the name of a caller without any. */
const fewestDigitsOfNumber = 5
const dot = '•'

const digitCount = (text: string): number => text.replace(/\D/gu, '').length

/** `+1 555 123 4567` as `+1 ••• ••• ••67`: the country code and the last two digits stay, so that a caller can still be told apart. */
export function maskDigits(display: string): string {
  const countryCode = /^\+\d{1,3}(?=[^\d])/u.exec(display)?.[0] ?? ''
  const rest = display.slice(countryCode.length)
  const hiddenCount = digitCount(rest) - shownDigits
  let seenCount = 0
  return countryCode + rest.replace(/\d/gu, (digit) => (seenCount++ < hiddenCount ? dot : digit))
}

/** `party` as it is shown where digits are masked. Extensions belong to colleagues and stay. */
export function maskedParty(party: Party): Party {
  if (party.kind === 'extension' || party.kind === 'anonymous') return party
  const { name } = party
  return {
    ...party,
    display: maskDigits(party.display),
    name: name !== null && digitCount(name) >= fewestDigitsOfNumber ? maskDigits(name) : name
  }
}
