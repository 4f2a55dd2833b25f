import { pieces, type TypedWord } from './words.ts'

const pieceLength = 3
// Digits and what people write between them; direction marks come along when a number is copied from a page.
const numberLike = /^[\d\s+()./\-\u2010-\u2015\p{Cf}]+$/u

/** The digits that an address can be found by, in overlapping pieces. */
export const digitPieces = (address: string): readonly string[] => [
  ...new Set(pieces(digitsOf(address), pieceLength))
]

export const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/**
 * The digits that were typed, in the ways they may stand in an address: as they are, then without a trunk prefix, which no
 * E.164 number has. Empty where the text is more than a number.
 */
export function typedDigits(text: string): readonly string[] {
  const plain = text.normalize('NFKC')
  if (!numberLike.test(plain)) return []
  const digits = digitsOf(plain)
  const withoutTrunk = digitsOf(plain.replace(/\(0\)/, ''))
  const all = [digits, withoutTrunk, digits.replace(/^0+/, ''), withoutTrunk.replace(/^0+/, '')]
  return [...new Set(all)].filter((each) => each !== '')
}

/** What an address has to have to hold `digits`; their order is left to be looked at. */
export function typedDigitPieces(digits: string): readonly TypedWord[] {
  if (digits.length < pieceLength) return [{ word: digits, isPrefix: true }]
  const whole = pieces(digits, pieceLength).filter((piece) => piece.length === pieceLength)
  return [...new Set(whole)].map((word) => ({ word, isPrefix: false }))
}
