import { findPhoneNumbersInText, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Undialable } from '../../../shared/domain/dialing.ts'
import { kindOfAddress, readAddress } from '../numbers/index.ts'

/** What a text means for dialing: addresses in the order in which they stand in it, or why there is none to dial. */
export type Meaning =
  | { readonly outcome: 'dialable'; readonly addresses: readonly string[] }
  | { readonly outcome: 'undialable'; readonly reason: Undialable }

export interface DialingRules {
  /** ISO 3166, reads numbers written without a country code. */
  readonly region: string
  isKnownExtension(digits: string): boolean
}

const emergencyNumbers = new Set([
  '000',
  '110',
  '111',
  '112',
  '113',
  '115',
  '117',
  '118',
  '119',
  '911',
  '933',
  '988',
  '999'
])

/** No more is looked at: a longer text holds no number that someone meant to call. */
const longestTextLength = 2_000

// Codes that switch something at the PBX or the carrier, alone or before a number ("#31#…" hides the caller).
const featureCode = /^[*#]+(?:\d|$)|^\+?\d+[*#][\d*#]*$/

/**
 * Reads what a person typed, copied or clicked. Never joins two numbers into one, never drops a "+", and never dials the parts
 * that it does not understand: a text that holds no whole number is undialable.
 */
export function interpretText(text: string, rules: DialingRules): Meaning {
  if (text.length > longestTextLength) return undialable('no-number')
  const written = inPlainDigits(withoutScheme(text)).trim()
  if (written === '') return undialable('empty')
  if (featureCode.test(written)) return undialable('feature-code')
  if (rules.isKnownExtension(written)) return dialable([written])
  if (emergencyNumbers.has(written.replace(/^\+/, ''))) return undialable('emergency')
  if (kindOfAddress(written) === 'extension') return dialable([written])

  const found = separated(written).flatMap((part) => numbersIn(part, rules.region))
  return found.length > 0 ? guardPremium([...new Set(found)]) : undialable('no-number')
}

const dialable = (addresses: readonly string[]): Meaning => ({ outcome: 'dialable', addresses })
const undialable = (reason: Undialable): Meaning => ({ outcome: 'undialable', reason })

/**
 * The subject of a tel:, sms: or callto: link, without its parameters, but for the global number that a local one belongs to
 * (RFC 3966, 5.1.5); any other text as it is.
 */
function withoutScheme(text: string): string {
  const link = /^\s*(?:tel|sms|callto):(?:\/\/)?([^;?]*)(?:.*;phone-context=(\+[\d().-]+))?/i.exec(text)
  if (!link) return text
  const [, subject = '', context = ''] = link
  try {
    return context + decodeURIComponent(subject)
  } catch {
    return ''
  }
}

/**
 * Full-width forms and Arabic digits as ASCII, and none of the invisible marks that come along when a number is copied. Not
 * NFKC: that makes one more digit of a footnote's "²".
 */
const inPlainDigits = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** The parts of a list of numbers. libphonenumber would take what follows a comma or a gap for more of the same number. */
const separated = (text: string): readonly string[] => text.split(/[,;|\t\r\n]+| {2,}| \/ /)

function numbersIn(text: string, region: string): readonly string[] {
  const options = isSupportedCountry(region) ? { defaultCountry: region } : {}
  const isNumber = (address: string) => kindOfAddress(address) === 'number'
  const found = findPhoneNumbersInText(text, options)
    .map(({ number }): string => number.number)
    .filter(isNumber)
  if (found.length > 0) return found
  // Numbers of a range that libphonenumber does not know as assigned: written alone or with their country code.
  const unknown = [text, ...(text.match(/\+[\d ().-]+/g) ?? [])].map((part) => readAddress(part, region))
  return unknown.filter(isNumber)
}

/** Leaves out premium-rate numbers; where nothing else is left, that is the reason. */
function guardPremium(addresses: readonly string[]): Meaning {
  const affordable = addresses.filter(
    (address) => parsePhoneNumberFromString(address)?.getType() !== 'PREMIUM_RATE'
  )
  return affordable.length > 0 ? dialable(affordable) : undialable('premium')
}
