import { numberOfDigits, type ReadNumber } from './number-of-digits.ts'

const vanity = /^(\+?[\d() .-]*\d[) .-]*)([a-z](?:[a-z\d]|[ .-](?=[a-z\d]))*)$/i
const longestVanity = 30
/** "1-800-GO-FEDEX": somewhere there is a word. */
const word = /[a-z]{3}/i
/** "1-800-XXX-XXXX" hides a number. */
const mask = /^[nxyz]+$/i
const fewestDigits = 3
/** What follows the area code in North America: letters behind these make a word whole, and are not dialed. */
const northAmericanLength = 7
const keys = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz']

const digitOf = (letter: string): string =>
  String(keys.findIndex((key) => key.includes(letter.toLowerCase())))

/**
 * The E.164 of "1-800-FLOWERS", by the keys that its letters are on; null where the whole plain text is no such number. The words of
 * a sentence are none: so the letters must all be capitals, or not be set apart by blanks, and the digits an assigned number.
 */
export function numberOfVanity(text: string, region: string): string | null {
  const [, head = '', tail = ''] = (text.length <= longestVanity && vanity.exec(text)) || []
  const letters = tail.replace(/[^a-z]/gi, '')
  const area = head.replace(/\D/g, '')
  if (!word.test(tail) || mask.test(letters) || area.length < fewestDigits) return null
  if (letters !== letters.toUpperCase() && text.includes(' ')) return null

  const keyed = tail.replace(/[^a-z\d]/gi, '').replace(/[a-z]/gi, digitOf)
  const read = (subscriber: string): ReadNumber | null =>
    numberOfDigits({ isInternational: head.startsWith('+'), groups: [area, subscriber] }, region)
  const whole = read(keyed)
  if (whole?.isSure) return whole.number.number
  const shortened = read(keyed.slice(0, northAmericanLength))
  return shortened?.isSure && shortened.number.countryCallingCode === '1' ? shortened.number.number : null
}
