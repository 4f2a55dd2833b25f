import { kindOfAddress, readAddress } from '../numbers/index.ts'
import type { Originals } from './pseudonyms/collector.ts'
import type { Replacer } from './pseudonyms/pseudonyms.ts'

interface SentenceRules {
  readonly region: string
  readonly replacer: Replacer
  readonly known: Originals
}

const userFolder = String.raw`(?:[A-Za-z]:)?[\\/]+(?:home|Users)[\\/]+[^\\/'"\n]+`
/** Whatever in a sentence may tell of someone, likeliest first; each is looked at once. */
const telling = new RegExp(
  [
    String.raw`(?<time>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?)`,
    String.raw`(?<url>\b[a-z][a-z\d+.-]*:\/\/[^\s'"<>)]+)`,
    String.raw`(?<mail>[^\s'"<>@(]{1,64}@[^\s'"<>@)]{1,255})`,
    `(?<folder>${userFolder})`,
    String.raw`(?<source>(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]))`,
    String.raw`(?<source6>(?<![\w:])(?:[\da-f]{1,4}:){5,7}[\da-f]{1,4}|(?<![\w:])[\da-f:]*::[\da-f:]*[\da-f])`,
    String.raw`(?<host>(?<![\w@.-])(?:[a-z\d-]+\.)+[a-z]{2,24}(?![\w.-]))`,
    String.raw`(?<word>(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{8,}(?![\w-]))`,
    String.raw`(?<number>\+?\d[\d ().\u00a0\/-]{5,}\d)`
  ].join('|'),
  'gu'
)
/** Last parts of names that are files or this app's own, not computers. */
const fileEndings = /\.(?:c?js|m?ts|tsx|json|log|db|md|node|cjs)$/
const ownHosts: ReadonlySet<string> = new Set(['api.voice360.app'])
const epochMs = /^1\d{12}$/
const fewestDigitsOfNumber = 7
const shortestTelling = 4

/**
 * Takes out of a sentence, or of many, what tells of someone: names and texts that are known from events, numbers, addresses of the
 * internet, folders of users, and words that look like ids or secrets.
 */
export function createSentenceRedaction({ region, replacer, known }: SentenceRules) {
  const phrases = phrasesOf(known, replacer)

  function replaceNumber(text: string): string {
    const digitCount = text.match(/\d/g)?.length ?? 0
    if (epochMs.test(text) || digitCount < fewestDigitsOfNumber) return text
    return kindOfAddress(readAddress(text, region)) === 'number' ? replacer.address(text) : replacer.id(text)
  }

  function replaceTelling(found: string, groups: Readonly<Record<string, string | undefined>>): string {
    const { url, mail, folder, source, source6, host, word, number } = groups
    if (url !== undefined) return `${url.slice(0, url.indexOf('://'))}://[address]`
    if (mail !== undefined) return '[address]'
    if (folder !== undefined) return '/home/[user]'
    if (source !== undefined || source6 !== undefined) return replaceSource(found, replacer)
    if (host !== undefined) return fileEndings.test(host) || ownHosts.has(host) ? host : '[host]'
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

  return (text: string): string => {
    const starts = new Set<string>()
    for (let at = 0; at < text.length; at += 1) {
      for (const length of startLengths) starts.add(text.slice(at, at + length))
    }
    const candidates = [...starts].flatMap((start) => phrases.get(start) ?? [])
    let redacted = text
    // Long ones first, since one may be part of another.
    for (const { phrase, replace } of candidates.toSorted(byLength)) {
      if (redacted.includes(phrase)) redacted = redacted.replaceAll(wholePhrase(phrase), replace)
    }
    return withoutTelling(redacted)
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

/** Not in the middle of a longer word. */
function wholePhrase(phrase: string): RegExp {
  const escaped = phrase.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
  const before = /^[A-Za-z\d]/.test(phrase) ? '(?<![A-Za-z\\d])' : ''
  const after = /[A-Za-z\d]$/.test(phrase) ? '(?![A-Za-z\\d])' : ''
  return new RegExp(`${before}${escaped}${after}`, 'g')
}

/** An address that says only "this computer" stays. */
export const replaceSource = (source: string, replacer: Replacer): string =>
  /^(127\.|0\.0\.0\.0$|::1$|::ffff:127\.)/.test(source) ? source : replacer.source(source)
