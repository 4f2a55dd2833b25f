import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { kindOfAddress } from '../../numbers/index.ts'

/** Digits that stand together as one number. */
export interface WrittenNumber {
  readonly isInternational: boolean
  /** Groups of ASCII digits, as they were set apart; the country code is in the first ones where it `isInternational`. */
  readonly groups: readonly string[]
}

/** What libphonenumber makes of digits, and how far it can be believed. */
export interface ReadNumber {
  /** Read from its E.164 alone. */
  readonly number: PhoneNumber
  /** Of a range that is assigned, and written as numbers are: it is one also in the middle of a text. */
  readonly isSure: boolean
  /** Believed where nothing else stands beside it. */
  readonly isLikely: boolean
  /** Grouped as its country does. */
  readonly isWellGrouped: boolean
}

/** More digits than any number has, with an exit code and a country code. */
const longest = 19
/** The fewest digits of a number, in small countries. */
export const shortest = 5

/** Null where the digits can be no number; `region` (ISO 3166) reads them where they bring no country code. */
export function numberOfDigits(
  { isInternational, groups }: WrittenNumber,
  region: string
): ReadNumber | null {
  const digits = groups.join('')
  if (digits.length < shortest || digits.length > longest) return null
  const written = isInternational ? `+${digits}` : digits
  const first = parsed(written, region)
  if (!first?.isPossible() || kindOfAddress(first.number) !== 'number') return null
  const number = first.number === written ? first : settled(first)
  if (!number?.isPossible() || kindOfAddress(number.number) !== 'number') return null

  const isValid = number.isValid()
  const isWellGrouped = groups.length > 1 && hasGroupsOf(number, groups)
  const isAmerican = number.countryCallingCode === '1'
  // Of North America also what is not assigned, as the 555 of examples: nothing else is written like that.
  const hasAreaCode = isAmerican && /^[2-9]/.test(number.nationalNumber)
  const isUnmistakable = hasAreaCode && isWellGrouped && groups.length > 2
  if (isInternational) return { number, isSure: isValid || isUnmistakable, isLikely: true, isWellGrouped }
  const isLikely = isValid || hasAreaCode || digits.length > number.nationalNumber.length
  const isOwn = isValid && (isAmerican ? isSplitLikeAmerican(groups) : isWrittenWhole(number, digits))
  return { number, isSure: isOwn || isUnmistakable, isLikely, isWellGrouped }
}

function parsed(text: string, region: string): PhoneNumber | undefined {
  const country = isSupportedCountry(region) ? { defaultCountry: region } : {}
  return parsePhoneNumberFromString(text, { extract: false, ...country })
}

/** Of several zeros after the country code libphonenumber takes away one at a time. */
function settled(number: PhoneNumber): PhoneNumber | undefined {
  const again = parsePhoneNumberFromString(number.number, { extract: false })
  return !again || again.number === number.number ? again : settled(again)
}

const digitsIn = (text: string): readonly string[] => text.match(/\d+/g) ?? []

function hasGroupsOf(number: PhoneNumber, groups: readonly string[]): boolean {
  const written = groups.join(' ')
  const isWritten = (format: string) => digitsIn(format).join(' ') === written
  return isWritten(number.formatInternational()) || isWritten(number.formatNational())
}

/**
 * Whether digits begin with what their country puts before a number within it, as the 0 in Germany, or with the country code, where
 * they do so at all. Ten digits of a mobile phone do without, e.g. in India.
 */
function isWrittenWhole(number: PhoneNumber, digits: string): boolean {
  const { nationalNumber } = number
  return (
    digits.length > nationalNumber.length ||
    digits === digitsIn(number.formatNational()).join('') ||
    (nationalNumber.length >= 10 && number.getType() === 'MOBILE')
  )
}

/** Whether three, three and four digits are kept together: "2026-01-15 10" is no number, though its digits are one. */
function isSplitLikeAmerican(groups: readonly string[]): boolean {
  const length = groups.join('').length
  let left = length
  return groups.every((group) => {
    const isBetweenGroups = [length, 10, 7, 4].includes(left)
    left -= group.length
    return isBetweenGroups
  })
}
