import * as fc from 'fast-check'

// Digits twice as often as all the rest.
const characters = Array.from('01234567890123456789+ ()-./,;x*#\u00a0\u202a\naé')

/** Texts of what phone numbers are written with, in any order. */
export const phoneText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), maxLength })

export const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Whether `part` can be had from `whole` by leaving characters out: none added, none moved. */
export function isSubsequence(part: string, whole: string): boolean {
  let matched = 0
  for (const character of whole) if (character === part[matched]) matched += 1
  return matched === part.length
}
