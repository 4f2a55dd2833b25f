import type { FoundPerson, FoundText } from '../core/search/index.ts'
import { findPeople } from './find-people.ts'
import type { Database } from './open-database.ts'
import { createPersonIndex } from './person-index.ts'
import { createTextIndex } from './text-index.ts'

export type SearchTable = ReturnType<typeof createSearchTable>

interface SearchQuery {
  readonly text: string
  readonly limit: number
}

interface Found {
  readonly people: readonly FoundPerson[]
  readonly texts: readonly FoundText[]
}

/** Who was in touch and what was written, found by the beginning of words and by digits. */
export function createSearchTable(database: Database) {
  const people = createPersonIndex(database)
  const texts = createTextIndex(database)

  return {
    touchPerson: people.touch,
    /** The addresses have other contacts now; `formerWords` are of names that may be gone. */
    contactsChanged(addresses: Iterable<string>, formerWords: Iterable<string>): void {
      people.contactsChanged(addresses)
      people.words.sweep(formerWords)
    },
    addText: texts.add,
    removeText: texts.remove,
    /** Forgets that an address was in touch, and its texts; a contact's address stays as that. */
    removePerson(address: string): void {
      people.forget(address)
      texts.removeWith(address)
    },
    /** The best of the newest hits of each kind. */
    search: ({ text, limit }: SearchQuery): Found => ({
      people: findPeople(people, text, limit),
      texts: texts.ranked(text, limit)
    }),
    /** The texts that have all of the words, the newest first. */
    newestTexts: texts.newest,
    newestNotes: texts.newestNotes,
    /** The addresses of the people that the text finds, the best first. */
    matchingAddresses: (text: string, limit: number): readonly string[] =>
      findPeople(people, text, limit).map(({ address }) => address),
    clearTexts: texts.clear,
    clearPeople: people.forgetAll
  }
}
