import type { PhoneNumber } from 'libphonenumber-js/max'
import type { NumberTarget } from '../meaning.ts'
import { extensionBehind } from './extension-behind.ts'
import { withoutOtherNumbers } from './not-phone-numbers.ts'
import { splitNumbers } from './split-numbers.ts'
import { piecesOf, type Stretch, stretchFrom } from './stretches.ts'

/** The phone numbers in a plain text, in their order; `region` (ISO 3166) reads those without a country code. */
export function findNumbers(plain: string, region: string): readonly NumberTarget[] {
  const text = withoutOtherNumbers(plain)
  const found: NumberTarget[] = []
  // A country code apart from its number, e.g. in a column of its own: without it the next number would be another one.
  let isCodeOpen = false

  function readPieces(stretch: Stretch, isAlone: boolean): readonly (readonly PhoneNumber[])[] {
    const pieces = piecesOf(stretch.text)
    return pieces.map((piece, index) => {
      const isInternational = piece.startsWith('+')
      const isBound =
        (index === 0 && stretch.isBoundBefore) || (index === pieces.length - 1 && stretch.isBoundAfter)
      const isRead = !isBound && (isInternational || !isCodeOpen)
      const numbers = isRead ? splitNumbers(piece, region, isAlone && pieces.length === 1) : []
      isCodeOpen = isInternational && numbers.length === 0
      return numbers
    })
  }

  let index = 0
  for (let stretch = stretchFrom(text, 0); stretch; stretch = stretchFrom(text, index)) {
    const behind = extensionBehind(text, stretch.end)
    const isAlone = !hasMore(text.slice(0, stretch.start)) && !hasMore(text.slice(behind?.end ?? stretch.end))
    const numbers = readPieces({ ...stretch, isBoundAfter: stretch.isBoundAfter && !behind }, isAlone)
    const isExtended = behind !== null && (numbers.at(-1)?.length ?? 0) > 0
    const targets = numbers.flat().map((number) => targetOf(number, null))
    const last = targets.pop()
    if (last) targets.push(isExtended ? { ...last, extension: behind.extension } : last)
    found.push(...targets)
    index = isExtended ? behind.end : stretch.end
  }
  return found
}

const hasMore = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const targetOf = (number: PhoneNumber, extension: string | null): NumberTarget => ({
  address: number.number,
  extension,
  isPremium: number.getType() === 'PREMIUM_RATE',
  isTollFree: number.getType() === 'TOLL_FREE',
  country: number.country ?? null
})
