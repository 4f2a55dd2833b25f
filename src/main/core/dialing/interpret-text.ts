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

/**
 * Reads what a person typed, copied or clicked. Never joins two numbers into one, never drops a "+", and never dials the parts
 * that it does not understand: a text that holds no whole number is undialable.
 */
export function interpretText(text: string, rules: DialingRules): Meaning {
  const written = withoutScheme(text).normalize('NFKC').trim()
  if (written === '') return undialable('empty')
  if (/^[*#][\d*#]*$/.test(written) || /^\d+[*#][\d*#]*$/.test(written)) return undialable('feature-code')
  if (rules.isKnownExtension(written)) return dialable([written])
  if (emergencyNumbers.has(written.replace(/^\+/, ''))) return undialable('emergency')

  const whole = readAddress(written, rules.region)
  if (kindOfAddress(whole) === 'extension' || kindOfAddress(whole) === 'number') return guardPremium([whole])
  const found = numbersWithin(written, rules.region)
  return found.length > 0 ? guardPremium(found) : undialable('no-number')
}

const dialable = (addresses: readonly string[]): Meaning => ({ outcome: 'dialable', addresses })
const undialable = (reason: Undialable): Meaning => ({ outcome: 'undialable', reason })

/** The subject of a tel:, sms: or callto: link, without its parameters; any other text as it is. */
function withoutScheme(text: string): string {
  const link = /^\s*(?:tel|sms|callto):(?:\/\/)?([^;?]*)/i.exec(text)
  if (!link) return text
  try {
    return decodeURIComponent(link[1] ?? '')
  } catch {
    return ''
  }
}

function numbersWithin(text: string, region: string): string[] {
  const options = isSupportedCountry(region) ? { defaultCountry: region } : {}
  const found = findPhoneNumbersInText(text, options).map(({ number }): string => number.number)
  return [...new Set(found)]
}

/** Leaves out premium-rate numbers; where nothing else is left, that is the reason. */
function guardPremium(addresses: readonly string[]): Meaning {
  const affordable = addresses.filter(
    (address) => parsePhoneNumberFromString(address)?.getType() !== 'PREMIUM_RATE'
  )
  return affordable.length > 0 ? dialable(affordable) : undialable('premium')
}
