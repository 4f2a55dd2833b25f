import type { Meaning, NumberTarget, ReadingRules } from './meaning.ts'
import { emergencyDigits, isEmergencyAnywhere } from './reading/emergency-numbers.ts'
import { featureCodeIn, mayBeNumber } from './reading/feature-code.ts'
import { findNumbers } from './reading/find-numbers.ts'
import { type LinkSubject, subjectsOfLink } from './reading/link.ts'
import { plainText } from './reading/plain-text.ts'
import { numberOfVanity } from './reading/vanity.ts'

/** No more is looked at: a longer text holds no number that someone meant to call. */
const longestTextLength = 2_000

const extension = /^(?:(?:ext(?:ension|n)?[.:]{0,2}|x) ?)?(\d{2,6})$/i

/**
 * Reads what a person typed, copied or clicked. Never joins two numbers into one, never drops a "+", and never dials the parts
 * that it does not understand: a text that holds no whole number means nothing.
 */
export function readDialable(text: string, rules: ReadingRules): Meaning {
  if (text.length > longestTextLength) return { kind: 'nothing', reason: 'too-long' }
  const [first, ...others] = (
    subjectsOfLink(text) ?? [{ text: withoutLabel(text), globalContext: null }]
  ).map((subject) => readSubject(subject, rules))
  if (!first) return { kind: 'nothing', reason: 'no-number' }
  return others.length === 0 ? first : meaningOf([first, ...others].flatMap(numbersOf))
}

/** "Tel: 030 123456" is no link, and its label says nothing that the rest of it does not. */
const withoutLabel = (text: string): string => text.replace(/^\s*(?:tel|sms|callto):\s/i, '')

function readSubject({ text, globalContext }: LinkSubject, rules: ReadingRules): Meaning {
  const written = plainText(text).trim()
  const isLocal = globalContext !== null && /^\d+(?:;|$)/.test(written)
  // An emergency number is one wherever it belongs to.
  return isLocal && emergencyDigits(written, rules.region) === null
    ? meaningOf(findNumbers(globalContext + written, rules.region))
    : readPlain(written, rules)
}

function readPlain(text: string, { region, isKnownExtension }: ReadingRules): Meaning {
  if (text === '') return { kind: 'nothing', reason: 'empty' }
  const code = featureCodeIn(text)
  if (code !== null) {
    const numbers = mayBeNumber(text) ? findNumbers(text, region) : []
    return numbers.length > 0 ? meaningOf(numbers) : { kind: 'feature-code', code }
  }
  const digits = extension.exec(text)?.[1] ?? text
  const emergency = emergencyDigits(digits, region)
  const isKnown = /^\d+$/.test(digits) && isKnownExtension(digits)
  if (emergency !== null && (!isKnown || isEmergencyAnywhere(digits)))
    return { kind: 'emergency', digits: emergency }
  if (isKnown || digits !== text || extension.test(digits)) return { kind: 'extension', address: digits }

  const numbers = findNumbers(text, region)
  const vanity = numbers.length === 0 ? numberOfVanity(text, region) : null
  return meaningOf(vanity === null ? numbers : findNumbers(vanity, region))
}

function meaningOf(targets: readonly NumberTarget[]): Meaning {
  const [first, second, ...others] = eachOnce(targets)
  if (!first) return { kind: 'nothing', reason: 'no-number' }
  return second ? { kind: 'several', targets: [first, second, ...others] } : { kind: 'number', target: first }
}

function numbersOf(meaning: Meaning): readonly NumberTarget[] {
  if (meaning.kind === 'number') return [meaning.target]
  return meaning.kind === 'several' ? meaning.targets : []
}

function eachOnce(targets: readonly NumberTarget[]): readonly NumberTarget[] {
  const byWriting = new Map<string, NumberTarget>()
  for (const target of targets) {
    const writing = `${target.address};${target.extension ?? ''}`
    if (!byWriting.has(writing)) byWriting.set(writing, target)
  }
  return [...byWriting.values()]
}
