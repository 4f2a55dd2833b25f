import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { kindOfAddress } from './read-address.ts'

// A non-breaking space keeps a number of a person on one line.
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

/**
 * An address as a person reads it: always with its "+" and country code, grouped as that country does, never broken across lines.
 * Extensions and all else stand as they are.
 */
export function showAddress(address: string): string {
  if (kindOfAddress(address) !== 'number') return address
  const parsed = parsePhoneNumberFromString(address)
  // Where libphonenumber would leave out a digit, e.g. a 0 after the country code, what stands there is shown instead.
  return parsed?.number === address ? unbroken(parsed.formatInternational()) : address
}
