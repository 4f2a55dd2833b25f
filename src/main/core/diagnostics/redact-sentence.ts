import { kindOfAddress, readAddress } from '../numbers/index.ts'
import type { OwnWords } from './own-words.ts'
import type { Originals } from './pseudonyms/collector.ts'
import type { Replacer } from './pseudonyms/pseudonyms.ts'
import { escaped, tellingPattern } from './telling-pattern.ts'

interface SentenceRules {
  readonly region: string
  readonly replacer: Replacer
  readonly known: Originals
  readonly own: OwnWords
}

/** Last parts of names that are files or this app's own, not computers. */
const fileEndings = /\.(?:c?js|m?ts|tsx|json|log|db|node)$/
const ownHosts: ReadonlySet<string> = new Set(['api.voice360.app'])
const epochMs = /^1\d{12}$/
const fewestDigitsOfNumber = 7
const shortestTelling = 4

/**
 * Takes out of a sentence, or of many, what tells of someone: names and texts that are known from events, numbers, addresses of the
 * internet, names of computers and users that are known from the settings, and words that look like ids or secrets.
 */
export function createSentenceRedaction({ region, replacer, known, own }: SentenceRules) {
  const phrases = phrasesOf(known, replacer)
  const telling = tellingPattern(own)

  function replaceNumber(text: string): string {
    const digitCount = text.match(/\p{Nd}/gu)?.length ?? 0
    if (epochMs.test(text) || digitCount < fewestDigitsOfNumber) return text
    return kindOfAddress(readAddress(text, region)) === 'number' ? replacer.address(text) : replacer.id(text)
  }

  const replaceHost = (host: string): string =>
    fileEndings.test(host) || ownHosts.has(host.toLowerCase()) ? host : '[host]'

  function replaceTelling(found: string, groups: Readonly<Record<string, string | undefined>>): string {
    const { url, mail, folder, source, source6, host, ownWord, word, number } = groups
    if (url !== undefined) return `${url.slice(0, url.indexOf('://'))}://[address]`
    if (mail !== undefined) return '[address]'
    if (folder !== undefined) return '/home/[user]'
    if (source !== undefined || source6 !== undefined) return replaceSource(found, replacer)
    if (host !== undefined) return own.get(host.toLowerCase()) ?? replaceHost(host)
    if (ownWord !== undefined) return own.get(ownWord.toLowerCase()) ?? '[host]'
    if (word !== undefined) return /^voice360/i.test(word) ? word : replacer.id(word)
    return number === undefined ? found : replaceNumber(number)
  }

  function withoutTelling(text: string): string {
    let redacted = ''
    let doneTo = 0
    for (const { 0: found, index, groups = {} } of text.matchAll(telling)) {
      redacted += text.slice(doneTo, index) + replaceTelling(found, groups)
      doneTo = index + found.length
    }
    return redacted + text.slice(doneTo)
  }

  return (sentence: string): string => {
    const text = sentence.replaceAll(anyMark, '\ufffd')
    const marked = createMarks()
    let redacted = text
    // Long ones first, since one may be part of another.
    for (const { phrase, replace } of phrasesIn(text, phrases).toSorted(byLength)) {
      if (redacted.includes(phrase))
        redacted = redacted.replaceAll(wholePhrase(phrase), () => marked.keep(replace()))
    }
    return marked.spellOut(withoutTelling(redacted))
  }
}

/** Characters that mean nothing, of which nothing here is made: each stands for what has its replacement already. */
const firstMark = 0xf0000
const markCount = 0xfffe
const anyMark = /[\u{f0000}-\u{ffffd}]/gu

/** What was replaced is not to be looked at once more: what stands for an id looks like one. */
function createMarks() {
  const kept: string[] = []
  const marks = new Map<string, string>()
  return {
    keep(text: string): string {
      const before = marks.get(text)
      if (before !== undefined) return before
      // More than a text of tens of thousands of words can hold.
      if (kept.length === markCount) return text
      const mark = String.fromCodePoint(firstMark + kept.length)
      kept.push(text)
      marks.set(text, mark)
      return mark
    },
    spellOut: (text: string): string =>
      text.replaceAll(anyMark, (mark) => kept[(mark.codePointAt(0) ?? firstMark) - firstMark] ?? '')
  }
}

interface Phrase {
  readonly phrase: string
  readonly replace: () => string
}

const byLength = (one: Phrase, other: Phrase): number => other.phrase.length - one.phrase.length

/** By how many of their first characters phrases are found; of tens of thousands a sentence can hold but a few. */
const startLengths = [4, 2]
/** Shorter ones may be part of anything; but a name of two ideographs is a whole one. */
const isTelling = (phrase: string): boolean =>
  phrase.length >= shortestTelling ? !/^\d{1,5}$/.test(phrase) : /^\p{Ideographic}{2,}$/u.test(phrase)

/** What is looked for in sentences, by its first characters. */
function phrasesOf(known: Originals, replacer: Replacer): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>()
  const add = (texts: ReadonlySet<string>, replace: (text: string) => string): void => {
    for (const phrase of texts) {
      if (!isTelling(phrase)) continue
      const start = phrase.slice(
        0,
        startLengths.find((length) => length <= phrase.length)
      )
      const others = phrases.get(start) ?? []
      others.push({ phrase, replace: () => replace(phrase) })
      phrases.set(start, others)
    }
  }
  add(known.bodies, replacer.body)
  add(known.queues, replacer.queue)
  add(known.names, replacer.name)
  add(known.ids, replacer.id)
  return phrases
}

/** Those that may be in the text, by how they begin. */
function phrasesIn(text: string, phrases: ReadonlyMap<string, readonly Phrase[]>): readonly Phrase[] {
  const starts = new Set<string>()
  for (let at = 0; at < text.length; at += 1) {
    for (const length of startLengths) starts.add(text.slice(at, at + length))
  }
  return [...starts].flatMap((start) => phrases.get(start) ?? [])
}

/** Not in the middle of a longer word. */
function wholePhrase(phrase: string): RegExp {
  const before = /^[A-Za-z\d]/.test(phrase) ? '(?<![A-Za-z\\d])' : ''
  const after = /[A-Za-z\d]$/.test(phrase) ? '(?![A-Za-z\\d])' : ''
  return new RegExp(`${before}${escaped(phrase)}${after}`, 'g')
}

/** An address that says only "this computer" stays. */
export const replaceSource = (source: string, replacer: Replacer): string =>
  /^(127\.|0\.0\.0\.0$|::1$|::ffff:127\.)/i.test(source) ? source : replacer.source(source)
