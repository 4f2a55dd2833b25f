import type { Database } from './open-database.ts'

/** What an address is known as: by contacts and by Voice360's word. */
export interface PersonNames {
  readonly names: readonly string[]
  readonly companies: readonly string[]
}

interface NameRow {
  readonly name: string
  readonly company: string | null
}

/** More contacts than this with one number, a switchboard's, say, do not all lead to it by name. */
const maxContactsOfAddress = 20

/** Reads the names that lead to an address. */
export function createPersonNames(database: Database) {
  const select = database.prepare<[string, number], NameRow>(
    `SELECT name, company FROM contact_numbers JOIN contacts ON slot = contact_slot WHERE address = ?
     ORDER BY contact_slot LIMIT ?`
  )
  return (address: string, toldName: string | null): PersonNames => {
    const contacts = select.all(address, maxContactsOfAddress)
    return {
      names: [...contacts.map(({ name }) => name), toldName].filter(isGiven),
      companies: contacts.map(({ company }) => company).filter(isGiven)
    }
  }
}

const isGiven = (text: string | null): text is string => text !== null && text !== ''
