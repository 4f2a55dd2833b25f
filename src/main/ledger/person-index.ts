import { digitPieces, wordsOf } from '../core/search/index.ts'
import type { Database } from './open-database.ts'
import { createPersonNames, type PersonNames } from './person-names.ts'
import { createPersonTable, type Person, type PersonRow } from './person-table.ts'
import { createWordIndex } from './word-index.ts'

/** So many slots that nobody has any more are taken out of the indexes together. */
const maxLeftSlots = 250

/**
 * Each address that was in touch or is a contact's, found by words and digits, whoever was in touch last first. The indexes may
 * lag behind and lead to a slot that nobody has, or to someone who has the words no longer: whoever reads them looks again.
 */
export function createPersonIndex(database: Database) {
  const people = createPersonTable(database)
  const words = createWordIndex(database, 'name_words')
  const digits = createWordIndex(database, 'digit_pieces')
  const namesOf = createPersonNames(database)
  const selectHasContact = database.prepare<[string]>(
    'SELECT 1 FROM contact_numbers WHERE address = ? LIMIT 1'
  )
  const insertLeft = database.prepare('INSERT OR IGNORE INTO left_slots (slot) VALUES (?)')
  const removeLeft = database.prepare('DELETE FROM left_slots WHERE slot = ?')
  const selectLeft = database.prepare<[], number>('SELECT slot FROM left_slots ORDER BY slot').pluck()
  const countLeft = database.prepare<[], { readonly count: number }>(
    'SELECT count(*) AS count FROM left_slots'
  )
  const removeAllLeft = database.prepare('DELETE FROM left_slots')

  const hasContact = (address: string): boolean => selectHasContact.get(address) !== undefined

  /**
   * Takes slots that were left out of the indexes. Not one by one: FTS5 writes out what it has gathered whenever a transaction goes
   * back to a lower slot, which to take out an old slot for each new one would make it do each time.
   */
  function takeOutLeft(): void {
    for (const slot of selectLeft.all()) {
      words.remove(slot)
      digits.remove(slot)
    }
    removeAllLeft.run()
  }

  function index({ slot, address, told_name }: PersonRow): void {
    removeLeft.run(slot)
    words.set(slot, allWords(namesOf(address, told_name)))
    digits.set(slot, digitPieces(address))
  }

  function put(before: PersonRow | undefined, person: Person): void {
    const row = people.put(before, person)
    if (before !== undefined && before.slot !== row.slot) insertLeft.run(before.slot)
    index(row)
    if ((countLeft.get()?.count ?? 0) >= maxLeftSlots) takeOutLeft()
  }

  return {
    /** Someone was in touch. The name told last stays until another one is told. */
    touch: (address: string, toldName: string | null, atMs: number): void => {
      if (address === '') return
      const before = people.byAddress(address)
      const last = before?.last_at_ms ?? null
      const isNewer = last === null || atMs > last
      const known = before?.told_name ?? null
      const isTold = toldName !== null && toldName !== '' && (isNewer || known === null)
      const told_name = isTold ? toldName : known
      if (before !== undefined && told_name === known && people.stays(before, atMs))
        return isNewer ? people.setLast(before, atMs) : undefined
      put(before, { address, told_name, last_at_ms: isNewer ? Math.trunc(atMs) : last })
    },
    /** The addresses have other contacts now. */
    contactsChanged(addresses: Iterable<string>): void {
      const rows = [...addresses].flatMap((address) => {
        const before = people.byAddress(address)
        if (hasContact(address)) return [before ?? people.put(undefined, newcomer(address))]
        if (before === undefined) return []
        if (before.last_at_ms !== null) return [before]
        people.remove(before)
        insertLeft.run(before.slot)
        return []
      })
      for (const row of rows.toSorted((one, other) => one.slot - other.slot)) index(row)
      takeOutLeft()
    },
    /** Nobody of that address was ever in touch; where it is a contact's, it stays as that. */
    forget(address: string): void {
      const before = people.byAddress(address)
      if (before === undefined) return
      people.remove(before)
      insertLeft.run(before.slot)
      if (hasContact(address)) put(undefined, newcomer(address))
      takeOutLeft()
      words.sweep(wordsOf(before.told_name ?? ''))
    },
    /** Nobody was ever in touch. Rows and indexes stay, so that making all of it anew does not hold up what comes in. */
    forgetAll: people.forgetAll,
    words,
    digits,
    /** Who has a slot now, where that has been in touch or is a contact's. */
    bySlot(slot: number): PersonRow | undefined {
      const row = people.bySlot(slot)
      return row !== undefined && (row.last_at_ms !== null || hasContact(row.address)) ? row : undefined
    },
    namesOf
  }
}

export type PersonIndex = ReturnType<typeof createPersonIndex>

const newcomer = (address: string): Person => ({ address, told_name: null, last_at_ms: null })
const allWords = ({ names, companies }: PersonNames): readonly string[] =>
  wordsOf([...names, ...companies].join('\n'))
