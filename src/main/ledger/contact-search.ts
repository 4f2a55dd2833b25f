import { digitsOf, typedDigitPieces, typedDigits, typedWords } from '../core/search/index.ts'
import type { ContactRow } from './contact-table.ts'
import type { Database } from './open-database.ts'
import type { WordIndex } from './word-index.ts'

/** Up to so many hits are sorted by name; with more, the names are walked until enough of them are hits. */
const maxSortedHits = 2_000
const maxHits = 1_000_000

/** Finds contacts after a place in the order of their names. */
export function createContactSearch(
  database: Database,
  words: WordIndex,
  addressesOf: (slot: number) => readonly string[]
) {
  const columns = 'contacts.slot, contacts.id, name, company, shared_revision'
  const selectSorted = database.prepare<[string, string, string, number], ContactRow>(
    `SELECT ${columns} FROM json_each(?) CROSS JOIN contacts ON slot = value
     WHERE (sort_name, contacts.id) > (?, ?) ORDER BY sort_name, contacts.id LIMIT ?`
  )
  const selectWalked = database.prepare<[string, string, string, number], ContactRow>(
    `SELECT ${columns} FROM contacts INDEXED BY contacts_by_name
     WHERE slot IN (SELECT value FROM json_each(?)) AND (sort_name, contacts.id) > (?, ?)
     ORDER BY sort_name, contacts.id LIMIT ?`
  )

  function slotsWithDigits(text: string): readonly number[] {
    for (const digits of typedDigits(text)) {
      const pieces = typedDigitPieces(digits)
      const slots = words.find(pieces, maxHits)
      // One piece is in a number as it is; of several, their order is still to be seen.
      const hits = pieces.length === 1 ? slots : slots.filter((slot) => hasDigits(slot, digits))
      if (hits.length > 0) return hits
    }
    return []
  }

  const hasDigits = (slot: number, digits: string): boolean =>
    addressesOf(slot).some((address) => digitsOf(address).includes(digits))

  return (text: string, sortName: string, id: string, limit: number): readonly ContactRow[] => {
    const hits = new Set([...words.find(typedWords(text, 'each'), maxHits), ...slotsWithDigits(text)])
    const select = hits.size > maxSortedHits ? selectWalked : selectSorted
    return select.all(JSON.stringify([...hits]), sortName, id, limit)
  }
}
