import { maxContactNumbers, type RejectedRow } from '../../../shared/domain/contact.ts'
import { shortText } from '../imports/index.ts'
import type { ReadAddress } from '../numbers/index.ts'
import type { Translate } from '../translate.ts'
import type { ImportCandidate, ImportRow } from './import-row.ts'
import { readContactNumber } from './read-contact-number.ts'

const maxNameLength = 200
const maxLabelLength = 40
/** Some of a row's numbers may be the same; of more than these not one is read. */
const maxReadNumbers = 3 * maxContactNumbers

/** Either `candidate` is what is taken and `rejected` what is left out of it, if anything is; or nothing is taken, and `rejected` says why. */
export type CheckedRow =
  | { readonly candidate: ImportCandidate; readonly rejected: RejectedRow | null }
  | { readonly candidate: null; readonly rejected: RejectedRow }

/** Says whether a row can be a contact. One with a number that cannot be read is taken with its others, and that is said. */
export function checkImportRow(row: ImportRow, readAddress: ReadAddress, t: Translate): CheckedRow {
  const rejected = (reason: string): RejectedRow => ({ row: row.row, text: row.text, reason })
  const refused = (reason: string): CheckedRow => ({ candidate: null, rejected: rejected(reason) })
  if (row.problem !== null) return refused(row.problem)
  if (`${row.name}${row.company ?? ''}`.includes('\ufffd'))
    return refused(t('contacts.import.unreadableText'))
  const [name, company] = row.name === '' ? [row.company ?? '', null] : [row.name, row.company]
  if (name === '') return refused(t('contacts.import.noName'))
  if (name.length > maxNameLength || (company?.length ?? 0) > maxNameLength)
    return refused(t('contacts.import.nameTooLong', { limit: maxNameLength }))

  if (row.numbers.length > maxReadNumbers)
    return refused(t('contacts.import.tooManyNumbers', { limit: maxContactNumbers }))
  const numbers = new Map<string, string | null>()
  const unread: string[] = []
  for (const { text, label } of row.numbers) {
    const number = readContactNumber(text, readAddress)
    if (!number.ok) unread.push(t(number.problem, { text: shortText(text) }))
    else if (!numbers.has(number.address))
      numbers.set(number.address, label?.slice(0, maxLabelLength) ?? null)
  }
  const [firstUnread] = unread
  if (numbers.size === 0) return refused(firstUnread ?? t('contacts.import.noNumber'))
  if (numbers.size > maxContactNumbers)
    return refused(t('contacts.import.tooManyNumbers', { limit: maxContactNumbers }))
  return {
    candidate: {
      row: row.row,
      text: row.text,
      name,
      company,
      numbers: [...numbers].map(([address, label]) => ({ address, label }))
    },
    rejected:
      firstUnread === undefined ? null : rejected(t('contacts.import.leftOut', { reason: firstUnread }))
  }
}
