import type {
  ContactName,
  ContactQuery,
  ContactRecord,
  KeptContact
} from '../core/contacts/contact-record.ts'
import { contactSortName, keptContactOf } from '../core/contacts/index.ts'
import type { SharedEntry } from '../core/ports.ts'
import { digitPieces, wordsOf } from '../core/search/index.ts'
import { createContactSearch } from './contact-search.ts'
import type { Database } from './open-database.ts'
import type { SearchTable } from './search-table.ts'
import { createWordIndex } from './word-index.ts'

export interface ContactRow {
  readonly slot: number
  readonly id: string
  readonly name: string
  readonly company: string | null
  /** Null of the user's own. */
  readonly shared_revision: number | null
}

interface NumberRow {
  readonly address: string
  readonly label: string | null
}

/** The addresses that a contact has or had, and the words that it had. */
interface Change {
  readonly addresses: readonly string[]
  readonly formerWords: readonly string[]
}

/**
 * Contacts with their numbers, in the order of their names: the user's own, and the team's as `sharedOf` knows them. `search` is told
 * whose contacts are others now.
 */
export function createContactTable(
  database: Database,
  search: Pick<SearchTable, 'contactsChanged'>,
  sharedOf: (id: string) => SharedEntry | null = () => null
) {
  const words = createWordIndex(database, 'contact_words')
  const selectById = database.prepare<[string], ContactRow>(
    'SELECT slot, id, name, company, shared_revision FROM contacts WHERE id = ?'
  )
  const selectPage = database.prepare<[string, string, number], ContactRow>(
    `SELECT slot, id, name, company, shared_revision FROM contacts WHERE (sort_name, id) > (?, ?)
     ORDER BY sort_name, id LIMIT ?`
  )
  const selectNumbers = database.prepare<[number], NumberRow>(
    'SELECT address, label FROM contact_numbers WHERE contact_slot = ? ORDER BY position'
  )
  const selectNames = database.prepare<[], Omit<ContactName, 'isShared'> & { readonly is_shared: 0 | 1 }>(
    'SELECT address, name, company, shared_revision IS NOT NULL AS is_shared FROM contacts CROSS JOIN contact_numbers ON contact_slot = slot'
  )
  const selectSharedIds = database
    .prepare<[], string>('SELECT id FROM contacts WHERE shared_revision IS NOT NULL')
    .pluck()
  const insert = database.prepare(
    'INSERT INTO contacts (id, name, company, sort_name, shared_revision) VALUES (?, ?, ?, ?, ?)'
  )
  const update = database.prepare(
    'UPDATE contacts SET name = ?, company = ?, sort_name = ?, shared_revision = ? WHERE slot = ?'
  )
  const removeRow = database.prepare('DELETE FROM contacts WHERE slot = ?')
  const insertNumber = database.prepare(
    'INSERT INTO contact_numbers (contact_slot, position, address, label) VALUES (?, ?, ?, ?)'
  )
  const removeNumbers = database.prepare('DELETE FROM contact_numbers WHERE contact_slot = ?')

  const addressesOf = (slot: number): readonly string[] =>
    selectNumbers.all(slot).map(({ address }) => address)
  const recordOf = ({ slot, id, name, company, shared_revision: revision }: ContactRow): KeptContact => {
    const entry = revision === null ? null : sharedOf(id)
    return {
      id,
      name,
      company,
      numbers: selectNumbers.all(slot),
      shared: (entry && keptContactOf(entry)?.shared) ?? null
    }
  }
  const find = createContactSearch(database, words, addressesOf)

  function save(contact: ContactRecord, revision: number | null): Change {
    const { id, name, company, numbers } = contact
    const before = selectById.get(id)
    const former = before === undefined ? nothingFormer : takeNumbers(before)
    const sortName = contactSortName(name)
    const slot = before?.slot ?? Number(insert.run(id, name, company, sortName, revision).lastInsertRowid)
    if (before !== undefined) update.run(name, company, sortName, revision, slot)
    for (const [position, { address, label }] of numbers.entries())
      insertNumber.run(slot, position, address, label)
    words.set(slot, [...nameWords(contact), ...numbers.flatMap(({ address }) => digitPieces(address))])
    return {
      addresses: [...former.addresses, ...numbers.map(({ address }) => address)],
      formerWords: former.formerWords
    }
  }

  /** Takes a contact's numbers away, and answers what it had. */
  function takeNumbers(contact: ContactRow): Change {
    const former = { addresses: addressesOf(contact.slot), formerWords: nameWords(contact) }
    removeNumbers.run(contact.slot)
    return former
  }

  function remove(id: string): readonly Change[] {
    const contact = selectById.get(id)
    if (contact === undefined) return []
    const former = takeNumbers(contact)
    removeRow.run(contact.slot)
    words.remove(contact.slot)
    return [former]
  }

  function tellOf(changes: readonly Change[]): void {
    const formerWords = new Set(changes.flatMap((change) => change.formerWords))
    words.sweep(formerWords)
    search.contactsChanged(new Set(changes.flatMap(({ addresses }) => addresses)), formerWords)
  }

  return {
    /** Every number with whose it is. */
    listNames: (): readonly ContactName[] =>
      selectNames.all().map(({ is_shared, ...name }) => ({ ...name, isShared: is_shared === 1 })),
    get: (id: string): KeptContact | null => {
      const row = selectById.get(id)
      return row === undefined ? null : recordOf(row)
    },
    /** By name, those that have each typed word as a beginning in name or company, or the digits in a number. */
    list: ({ text, after, limit }: ContactQuery): readonly KeptContact[] => {
      const [sortName, id] = after === null ? ['', ''] : [contactSortName(after.name), after.id]
      const rows = text.trim() === '' ? selectPage.all(sortName, id, limit) : find(text, sortName, id, limit)
      return rows.map(recordOf)
    },
    save: (contacts: readonly ContactRecord[]): void =>
      tellOf(contacts.map((contact) => save(contact, null))),
    remove: (id: string): void => tellOf(remove(id)),
    /** These are the team's now, and no others; whether any is another than before. */
    showShared(entries: readonly SharedEntry[]): boolean {
      const wanted = entries.map(keptContactOf).filter((contact) => contact !== null)
      const ids = new Set(wanted.map(({ id }) => id))
      const gone = selectSharedIds.all().filter((id) => !ids.has(id))
      const news = wanted.filter(({ id, shared }) => selectById.get(id)?.shared_revision !== shared?.revision)
      tellOf([
        ...gone.flatMap(remove),
        ...news.map((contact) => save(contact, contact.shared?.revision ?? null))
      ])
      return gone.length + news.length > 0
    }
  }
}

const nothingFormer: Change = { addresses: [], formerWords: [] }
const nameWords = ({ name, company }: Pick<ContactRow, 'name' | 'company'>): readonly string[] =>
  wordsOf(`${name}\n${company ?? ''}`)
