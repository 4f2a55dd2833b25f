/** A part of a text that holds only digits, "+", and what stands between the digits of a number. */
export interface Stretch {
  /** From its first "+", "(" or digit to its last digit. */
  readonly text: string
  readonly start: number
  /** The index after its last digit. */
  readonly end: number
  /** Whether what touches it makes something else of its beginning, as in "*72", "a12" or "$12". */
  readonly isBoundBefore: boolean
  /** The same at its end, as in "12@", "12 %" or "12-B". */
  readonly isBoundAfter: boolean
}

const stretchCharacters = /[\d+() ./-]+/g
const boundBefore = /[*#]$|(?:[@_\p{Script=Latin}]-?|[\p{Sc}%] ?)$/u
const boundAfter = /^(?:-?[@_\p{Script=Latin}]|[*#]| ?[\p{Sc}%])/u

/** The next stretch that begins at an index or later, or null. */
export function stretchFrom(text: string, index: number): Stretch | null {
  stretchCharacters.lastIndex = index
  for (let match = stretchCharacters.exec(text); match; match = stretchCharacters.exec(text)) {
    const start = match[0].search(/[\d+(]/)
    const length = lengthToLastDigit(match[0])
    if (length === 0) continue
    const from = match.index + start
    const end = match.index + length
    const before = text.slice(Math.max(0, from - 2), from)
    return {
      text: text.slice(from, end),
      start: from,
      end,
      isBoundBefore: (text[from] === '(' ? /[*#]$/ : boundBefore).test(before),
      isBoundAfter: boundAfter.test(text.slice(end, end + 2))
    }
  }
  return null
}

/** 0 without a digit. */
function lengthToLastDigit(text: string): number {
  let length = text.length
  while (length > 0 && !/\d/.test(text.charAt(length - 1))) length -= 1
  return length
}

/** Where a stretch surely does not go on with the same number. A single digit in brackets at its end is a footnote. */
export const piecesOf = (stretch: string): readonly string[] =>
  stretch
    .replace(/ \(\d$/, '')
    .split(/ {2,}|\. |(?=\+)/)
    .filter((piece) => /\d/.test(piece))
