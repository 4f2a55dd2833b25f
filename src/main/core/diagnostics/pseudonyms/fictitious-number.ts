import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { KeyedChoice } from './keyed-choice.ts'

export interface FictitiousNumber {
  /** E.164. */
  readonly number: string
  /** Whether it lies in the same country and, as far as that can be told, is nobody's. */
  readonly isGood: boolean
}

const digits = '0123456789'
const withoutZero = '123456789'

/** Countries of +1 that fill many area codes; of the others the area code is the country's code. */
const ofManyAreas: readonly (CountryCode | undefined)[] = ['US', 'CA', undefined]

/**
 * A number of the same country and length as `number` (E.164). In +1 it is one of those that are kept for fiction in each area,
 * 555-0100 to 555-0199; elsewhere, where that can be had, one of the right length that no network gives out.
 *
 * @param isInSameArea whether the small countries of +1 keep their area code; there are but 100 numbers in each
 */
export function fictitiousNumber(number: string, choice: KeyedChoice, isInSameArea = true): FictitiousNumber {
  const parsed = parsePhoneNumberFromString(number)
  const callingCode = parsed?.countryCallingCode ?? number.slice(1, 3)
  const national = number.slice(1 + callingCode.length)
  return callingCode === '1' && national.length === 10
    ? inNorthAmerica(national.slice(0, 3), isInSameArea ? parsed?.country : undefined, choice)
    : elsewhere(callingCode, national.length, choice)
}

function inNorthAmerica(
  area: string,
  country: CountryCode | undefined,
  choice: KeyedChoice
): FictitiousNumber {
  const otherArea = () => `${choice.of('23456789')}${choice.of(digits)}${choice.of(digits)}`
  const isOfManyAreas = ofManyAreas.includes(country)
  const number = `+1${isOfManyAreas ? otherArea() : area}55501${choice.of(digits)}${choice.of(digits)}`
  const found = parsePhoneNumberFromString(number)?.country
  return { number, isGood: country === undefined || found === country }
}

function elsewhere(callingCode: string, length: number, choice: KeyedChoice): FictitiousNumber {
  const rest = Array.from({ length: Math.max(0, length - 1) }, () => choice.of(digits)).join('')
  const number = `+${callingCode}${choice.of(withoutZero)}${rest}`
  const parsed = parsePhoneNumberFromString(number)
  return { number, isGood: parsed?.countryCallingCode === callingCode && !parsed.isValid() }
}
