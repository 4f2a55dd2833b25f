import { isNumberLike } from '../../ui-state/index.ts'

/** A piece of a text, and whether it is what was looked for. */
export interface TextPiece {
  /** Where it begins in the text. */
  readonly at: number
  readonly text: string
  readonly isMatch: boolean
}

/** A text as it is compared: each of its characters with the place in the original that it stands for. */
interface Folded {
  readonly characters: string
  readonly starts: readonly number[]
}

const withoutAccents = (character: string): string =>
  character.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
const onlyDigits = (character: string): string => (/\d/u.test(character) ? character : '')

/**
 * `text` in pieces, those that `query` looked for marked: its words, whatever their case and accents, at the start of words
 * where there are such; of a number its digits, however either is written.
 */
export function splitMatches(text: string, query: string): readonly TextPiece[] {
  const isNumber = isNumberLike(query)
  const fold = isNumber ? onlyDigits : withoutAccents
  const folded = foldText(text, fold)
  const words = (isNumber ? [query] : query.split(/\s+/u)).map((it) => Array.from(it, fold).join(''))
  const isMatched = Array.from({ length: text.length }, () => false)
  for (const word of words.filter((it) => it !== '')) {
    for (const at of placesOf(word, folded, text)) {
      const end = folded.starts[at + word.length] ?? text.length
      isMatched.fill(true, folded.starts[at], isNumber ? lastDigitEnd(folded, at + word.length) : end)
    }
  }
  return piecesOf(text, isMatched)
}

function foldText(text: string, fold: (character: string) => string): Folded {
  const starts: number[] = []
  let characters = ''
  let at = 0
  for (const character of text) {
    const folded = fold(character)
    characters += folded
    for (let unit = 0; unit < folded.length; unit += 1) starts.push(at)
    at += character.length
  }
  return { characters, starts }
}

/** Behind the last digit, not before the next: what separates them is no part of it. */
const lastDigitEnd = ({ starts }: Folded, end: number): number => (starts[end - 1] ?? 0) + 1

function placesOf(word: string, { characters, starts }: Folded, text: string): readonly number[] {
  const all: number[] = []
  for (let at = characters.indexOf(word); at >= 0; at = characters.indexOf(word, at + word.length))
    all.push(at)
  const atStarts = all.filter((at) => !/[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, starts[at])))
  return atStarts.length > 0 ? atStarts : all
}

function piecesOf(text: string, isMatched: readonly boolean[]): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && isMatched[at] === isMatched[from]) continue
    pieces.push({ at: from, text: text.slice(from, at), isMatch: isMatched[from] ?? false })
    from = at
  }
  return pieces
}
