import { hasWord, placedWords, type TypedWord } from './words.ts'

/** Characters before and after what was found, about. */
const around = 36
/** UTF-16 units in which what was found is looked for, and in which characters are told apart. */
const maxReadLength = 8_000

/** The words around the first one found, on one line, cut between characters as a person counts them. */
export function snippetOf(body: string, typed: readonly TypedWord[]): string {
  const text = body.replaceAll(/\s+/g, ' ').trim()
  const hit = placedWords(text.slice(0, maxReadLength)).find(({ word }) =>
    typed.some((one) => hasWord([word], one) || word.includes(one.word))
  )
  const start = hit?.start ?? 0
  return cut(text, start - around, (hit?.end ?? start) + around)
}

function cut(text: string, from: number, to: number): string {
  const ends = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  // Where a character begins cannot be told from its middle: what is cut is counted from a little before.
  const offset = wordStart(text, Math.max(0, from - around))
  const rest = text.slice(offset, to + 2 * around)
  let shown = ''
  let begin = -1
  for (const { segment, index } of ends.segment(rest)) {
    if (offset + index < from) continue
    if (offset + index >= to) break
    if (begin < 0) begin = offset + index
    shown += segment
  }
  const end = begin + shown.length
  return `${begin > 0 ? '…' : ''}${shown.trim()}${begin >= 0 && end < text.length ? '…' : ''}`
}

/** The next place after a space, where a character surely begins; the place itself where there is none near. */
function wordStart(text: string, index: number): number {
  if (index === 0) return 0
  const space = text.slice(index, index + around).search(/ (?!\p{M}|\u200d)/u)
  return space < 0 ? index : index + space + 1
}
