import type { KeyedChoice } from './keyed-choice.ts'

/** A number of JSON keeps so many digits exactly. */
const exactDigits = 15
const hexadecimal = /^[\da-f-]+$/i

/** An id of the same shape: digits for digits, letters for letters of the same case, and the signs between them as they are. */
export function replacedId(id: string, choice: KeyedChoice): string {
  const isNumber = /^\d+$/.test(id)
  const [lower, upper] =
    !isNumber && hexadecimal.test(id)
      ? ['abcdef', 'ABCDEF']
      : ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  let at = 0
  return id.replaceAll(/[\p{L}\p{N}]/gu, (character) => {
    const isFirst = at === 0
    at += 1
    if (isNumber && at > exactDigits) return '0'
    if (isNumber && isFirst) return character === '0' ? '0' : choice.of('123456789')
    if (/\p{N}/u.test(character)) return choice.of('0123456789')
    return /\p{Lu}/u.test(character) ? choice.of(upper) : choice.of(lower)
  })
}
