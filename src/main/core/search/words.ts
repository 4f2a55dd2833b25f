/** A word that was typed; where `isPrefix`, it may be the beginning of the one that is meant. */
export interface TypedWord {
  readonly word: string
  readonly isPrefix: boolean
}

/** A word with where it stands in the text it was found in, in UTF-16 units. */
export interface PlacedWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

const maxWordLength = 64
const maxTypedWords = 16

// Accents of Latin, Greek and Cyrillic, and the vowel points of Hebrew and Arabic: what people leave out when they type.
const leftOutMarks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g
const spelledOtherwise: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ'
}
const otherSpelling = new RegExp(`[${Object.keys(spelledOtherwise).join('')}]`, 'g')
/** Code points, which is what SQLite counts in, too. */
const codePoints = (text: string): readonly string[] => Array.from(text)
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** A text as it is compared: without case, accents, ligatures and full-width forms. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(leftOutMarks, '')
    .replace(otherSpelling, (letter) => spelledOtherwise[letter] ?? letter)
    .normalize('NFC')
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu
const apostrophes = /(?<=[\p{L}\p{M}])['’ʼ](?=\p{L})/gu
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu
const isUnspaced = (run: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(run)

const cut = (word: string): string =>
  word.length > maxWordLength ? codePoints(word).slice(0, maxWordLength).join('') : word

/** Overlapping pieces of `length` characters; the last ones are shorter, so that each character begins one. */
export function pieces(text: string, length: number): readonly string[] {
  const characters = codePoints(text)
  return characters.map((_, index) => characters.slice(index, index + length).join(''))
}

/**
 * Every word of a text, each once, as an index keeps it: folded, `O'Brien` as o, brien and obrien. Chinese and Japanese do not
 * set words apart: they are kept as pairs of characters, so that any part of a run is found. Korean and Thai are found from the
 * beginning of what stands between spaces only.
 */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text)
  const words = new Set<string>()
  for (const [word] of folded.matchAll(wordPattern)) {
    if (isAscii(word)) words.add(cut(word))
    else for (const [run] of word.matchAll(runs)) for (const part of partsOf(run)) words.add(part)
  }
  if (!/['’ʼ]/.test(folded)) return [...words]
  for (const [joined] of folded.replace(apostrophes, '').matchAll(wordPattern)) words.add(cut(joined))
  return [...words]
}

const partsOf = (run: string): readonly string[] => (isUnspaced(run) ? pieces(run, 2) : [cut(run)])

/** The words to look for; the one still being typed, which is the last, or each of them can be a beginning. */
export function typedWords(text: string, open: 'last' | 'each'): readonly TypedWord[] {
  const found = new Map<string, TypedWord>()
  const all = [...fold(text).matchAll(wordPattern)].flatMap(([word]) =>
    [...word.matchAll(runs)].flatMap(([run]) => typedParts(run))
  )
  for (const [index, word] of all.entries()) {
    const isOnlyCharacter = isUnspaced(word) && codePoints(word).length === 1
    const isPrefix = open === 'each' || index === all.length - 1 || isOnlyCharacter
    // Written twice, once whole, it has to be there whole.
    const isWholeElsewhere = found.get(word)?.isPrefix === false
    found.set(word, { word, isPrefix: isPrefix && !isWholeElsewhere })
  }
  return [...found.values()].slice(0, maxTypedWords)
}

function typedParts(run: string): readonly string[] {
  if (!isUnspaced(run)) return [cut(run)]
  const pairs = pieces(run, 2)
  return pairs.length > 1 ? pairs.slice(0, -1) : pairs
}

/** Whether `words` have what was typed. */
export const hasWord = (words: readonly string[], { word, isPrefix }: TypedWord): boolean =>
  words.some((one) => one === word || (isPrefix && one.startsWith(word)))

/** Where in a text its words stand. What no accents or marks are set apart from is left where it is found. */
export function placedWords(text: string): readonly PlacedWord[] {
  const { folded, starts } = foldInPlace(text)
  return [...folded.matchAll(wordPattern)].map((match) => ({
    word: match[0],
    start: starts[match.index] ?? text.length,
    end: starts[match.index + match[0].length] ?? text.length
  }))
}

/** The folded text with, for each of its UTF-16 units, where that came from. */
function foldInPlace(text: string): { readonly folded: string; readonly starts: readonly number[] } {
  let folded = ''
  const starts: number[] = []
  for (const match of text.matchAll(/\P{M}?\p{M}*/gu)) {
    const part = fold(match[0])
    for (let unit = 0; unit < part.length; unit += 1) starts.push(match.index)
    folded += part
  }
  return { folded, starts }
}
