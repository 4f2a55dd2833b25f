import type { Party } from '../../shared/domain/party.ts'

/** Whether `text` can only be meant as a number: digits and what stands between them. */
export const isNumberLike = (text: string): boolean => /^[\d\s()+*#./-]+$/u.test(text) && /[\d*#]/u.test(text)

/** The rows whose person's name or number contains `text`; all of them while a number is typed that none of them has. */
export function filterRows<T>(rows: readonly T[], text: string, partyOf: (row: T) => Party): readonly T[] {
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '') return rows
  const wantedDigits = isNumberLike(wanted) ? wanted.replace(/\D/gu, '') : ''
  const matching = rows.filter((row) => {
    const { name, display, address } = partyOf(row)
    return (
      `${name ?? ''}\n${display}`.toLocaleLowerCase().includes(wanted) ||
      (wantedDigits !== '' && address.includes(wantedDigits))
    )
  })
  return matching.length === 0 && isNumberLike(wanted) ? rows : matching
}
