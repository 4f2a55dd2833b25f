const mostParts = 20
/** As a person would break a line: not at a space that forbids it. */
const isBreak = (grapheme: string): boolean => /^[^\S\u00a0\u2007\u202f\ufeff]+$/u.test(grapheme)

/**
 * `text` in numbered parts, `(1/3) …`, of at most `limit` UTF-16 units each, broken at spaces where there are any and never within
 * what is read as one character. Only the spaces at the breaks and at both ends are left out. One that fits stays alone, without
 * a number; null where more than 20 parts would be needed, or one character is longer than a part.
 */
export function splitMessage(text: string, limit: number): readonly string[] | null {
  const graphemes = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
  const trimmed = trim(graphemes)
  if (lengthOf(trimmed) <= limit) return [trimmed.join('')]
  for (const digits of [1, 2]) {
    const bodies = fill(trimmed, (index) => limit - lengthOfNumber(index, digits))
    if (bodies && bodies.length < 10 ** digits && bodies.length <= mostParts) {
      return bodies.map((body, index) => `(${index + 1}/${bodies.length}) ${body}`)
    }
  }
  return null
}

/** `(`, the part, `/`, how many, `) `. */
const lengthOfNumber = (index: number, digits: number): number => String(index + 1).length + digits + 4

function fill(graphemes: readonly string[], roomOf: (index: number) => number): readonly string[] | null {
  const bodies: string[] = []
  let rest = graphemes
  while (rest.length > 0) {
    const count = countThatFit(rest, roomOf(bodies.length))
    if (count === 0 || bodies.length === mostParts) return null
    const end = breakBefore(rest, count)
    bodies.push(trim(rest.slice(0, end)).join(''))
    rest = trim(rest.slice(end))
  }
  return bodies
}

function countThatFit(graphemes: readonly string[], room: number): number {
  let length = 0
  const over = graphemes.findIndex((it) => {
    length += it.length
    return length > room
  })
  return over < 0 ? graphemes.length : over
}

/** Where the part ends: at the last space, if one is within or right behind what fits. */
function breakBefore(graphemes: readonly string[], count: number): number {
  if (count === graphemes.length) return count
  const space = graphemes.slice(0, count + 1).findLastIndex(isBreak)
  return space > 0 ? space : count
}

function trim(graphemes: readonly string[]): readonly string[] {
  const first = graphemes.findIndex((it) => !isBreak(it))
  return first < 0 ? [] : graphemes.slice(first, graphemes.findLastIndex((it) => !isBreak(it)) + 1)
}

const lengthOf = (graphemes: readonly string[]): number => graphemes.reduce((sum, it) => sum + it.length, 0)

const numbered = /^\((\d{1,2})\/(\d{1,2})\) /u

/** The text that parts were made of, as far as it is here: without their numbers, joined by spaces. */
export const joinParts = (parts: readonly string[]): string =>
  parts.length > 0 && parts.every((it) => numbered.test(it))
    ? parts.map((it) => it.replace(numbered, '')).join(' ')
    : parts.join('\n')

const idDigits = 12

/**
 * The id of the part at `index` of a text whose first part goes by `intentId`: the same whichever window splits it, so that each part
 * goes out once.
 */
export function partIdOf(intentId: string, index: number): string {
  const number = Number.parseInt(intentId.slice(-idDigits), 16)
  const next = (number + index) % 16 ** idDigits
  return intentId.slice(0, -idDigits) + next.toString(16).padStart(idDigits, '0')
}
