import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { PartyKind } from '../../../shared/domain/party.ts'

const anonymousWords = new Set([
  '',
  'anonymous',
  'restricted',
  'unavailable',
  'unknown',
  'private',
  'withheld'
])

/** The region itself where libphonenumber knows it, else none: numbers then need their country code. */
const countryOf = (region: string): CountryCode | undefined =>
  isSupportedCountry(region) ? region : undefined

/**
 * Brings an address from an event, an API answer or a person to the one form that is stored and compared: E.164 for a number,
 * the digits for an extension, the empty string for a caller without a number, and the text itself, trimmed, for all else.
 *
 * @param region ISO 3166, reads numbers written without a country code
 */
export function readAddress(text: string, region: string): string {
  const trimmed = text.trim()
  if (anonymousWords.has(trimmed.toLowerCase())) return ''
  if (/^\d{2,6}$/.test(trimmed)) return trimmed
  const country = countryOf(region)
  const parsed = parsePhoneNumberFromString(trimmed, {
    extract: false,
    ...(country && { defaultCountry: country })
  })
  if (!parsed?.isPossible()) return trimmed
  // Read until it stays the same: of several zeros after the country code libphonenumber takes away one at a time.
  return parsed.number === trimmed ? trimmed : readAddress(parsed.number, region)
}

/** What kind of address an address in its stored form is. */
export function kindOfAddress(address: string): PartyKind {
  if (address === '') return 'anonymous'
  if (/^\d{2,6}$/.test(address)) return 'extension'
  return /^\+\d{7,15}$/.test(address) ? 'number' : 'other'
}
