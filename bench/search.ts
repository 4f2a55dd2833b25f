import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContactRecord } from '../src/main/core/contacts/contact-record.ts'
import { createContactTable } from '../src/main/ledger/contact-table.ts'
import { type Database, openDatabase } from '../src/main/ledger/open-database.ts'
import { createSearchTable } from '../src/main/ledger/search-table.ts'
import { interleave, percentile } from './interleave.ts'
import { createWriter, seeded } from './search-rows.ts'

/** A million messages; every tenth text is a note. */
const textCount = 1_112_000
const peopleCount = 200_000
const contactCount = 100_000
const sliceSize = 20_000
/** As an import stores them. */
const importBatch = 500
const liveCount = 2_000
const tries = 3
const indexedRounds = 20
const fromMs = 1_700_000_000_000

/** How soon what was typed is found among a million messages, beside people and contacts, in an encrypted ledger; and by a LIKE. */
export async function benchSearch(print: (line: object) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'))
  const database = openDatabase(join(folder, 'ledger.db'), 'ab'.repeat(32))
  try {
    const search = createSearchTable(database)
    const contacts = createContactTable(database, search)
    const writer = createWriter(seeded(1))
    const startedAtMs = performance.now()
    const number = fill(database, search, contacts, writer)
    const elapsedS = (performance.now() - startedAtMs) / 1000
    print({ figure: 'rows filled in', value: elapsedS, unit: 's', against: null, ratio: null })

    const rare = `${writer.word()} ${writer.word()}`
    for (const [figure, texts, indexed, like] of figures(database, search, contacts, number, rare))
      await compare(print, figure, texts, indexed, like)
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Search = ReturnType<typeof createSearchTable>
type Contacts = ReturnType<typeof createContactTable>
type Find = (text: string) => unknown

/** Fills the tables in big transactions, then adds the last texts in small ones, as they come in. Answers one of the numbers. */
function fill(
  database: Database,
  search: Search,
  contacts: Contacts,
  writer: ReturnType<typeof createWriter>
): string {
  const numbers = Array.from({ length: peopleCount }, writer.number)
  const address = (index: number): string => numbers[(index * 7) % peopleCount] ?? ''
  const stepMs = 90_000
  inSlices(database, peopleCount, sliceSize, (index) =>
    search.touchPerson(address(index), index % 3 === 0 ? writer.name() : null, fromMs + index * 300_000)
  )
  const contact = (index: number): ContactRecord => ({
    id: `contact-${index}`,
    name: writer.name(),
    company: index % 2 === 0 ? writer.company() : null,
    numbers: [{ address: index % 2 === 0 ? address(index) : writer.number(), label: null }]
  })
  inSlices(database, contactCount / importBatch, sliceSize / importBatch, (batch) =>
    contacts.save(Array.from({ length: importBatch }, (_, index) => contact(batch * importBatch + index)))
  )
  const addText = (index: number): void =>
    search.addText({
      kind: index % 10 === 0 ? 'note' : 'message',
      id: `text-${index}`,
      address: address(index),
      atMs: fromMs + index * stepMs,
      body: writer.message()
    })
  inSlices(database, textCount - liveCount, sliceSize, addText)
  inSlices(database, liveCount, 10, (index) => addText(textCount - liveCount + index))
  return address(12_345)
}

function inSlices(database: Database, count: number, size: number, write: (index: number) => void): void {
  for (let from = 0; from < count; from += size) {
    database.exec('BEGIN')
    for (let index = from; index < Math.min(from + size, count); index += 1) write(index)
    database.exec('COMMIT')
  }
}

/** What is measured: its name, what is typed, our way, and the way without an index. */
function figures(
  database: Database,
  search: Search,
  contacts: Contacts,
  number: string,
  rare: string
): readonly (readonly [figure: string, texts: readonly string[], indexed: Find, like: Find])[] {
  const texts = ['the', 'a', 'an', 'tha', 'thank', 'tomor', 'appointmen', 'b', 'baba', 'zzz', rare]
  const severalWords = [
    'the thank',
    'call tomor',
    'invoice app',
    'please an',
    'the to you',
    'order delivery t'
  ]
  const digits = [
    '5',
    '55',
    '555',
    number.slice(4),
    number.slice(3, 8),
    `(${number.slice(2, 5)}) ${number.slice(5, 9)}`
  ]
  const names = ['b', 'ba', 'bab', 'baba', 'ca de', 'ltd', 'rani', 'be co']
  const selectTexts = database.prepare(
    'SELECT * FROM search_texts WHERE body LIKE ? ORDER BY at_ms DESC LIMIT 20'
  )
  const selectAddresses = database.prepare(
    'SELECT * FROM people WHERE address LIKE ? ORDER BY last_at_ms DESC LIMIT 20'
  )
  const selectNames = database.prepare(
    `SELECT * FROM people LEFT JOIN contact_numbers USING (address) LEFT JOIN contacts ON contacts.slot = contact_slot
     WHERE told_name LIKE ?1 OR name LIKE ?1 OR company LIKE ?1 ORDER BY last_at_ms DESC LIMIT 20`
  )
  const selectContacts = database.prepare(
    'SELECT * FROM contacts WHERE name LIKE ?1 OR company LIKE ?1 ORDER BY sort_name LIMIT 100'
  )
  const ranked = (text: string) => search.search({ text, limit: 20 })
  const likeText = (text: string) => selectTexts.all(`%${text.replaceAll(' ', '%')}%`)
  const likeName = (text: string) => selectNames.all({ 1: `%${text}%` })
  return [
    ['newest texts by words', [...texts, ...severalWords], (text) => search.newestTexts(text, 20), likeText],
    ['ranked search', [...texts, ...severalWords, ...names, ...digits], ranked, likeText],
    [
      'people by digits',
      digits,
      (text) => search.matchingAddresses(text, 20),
      (text) => selectAddresses.all(`%${text.replaceAll(/\D/g, '')}%`)
    ],
    ['people by name', names, (text) => search.matchingAddresses(text, 20), likeName],
    [
      'contacts by name',
      names,
      (text) => contacts.list({ text, after: null, limit: 100 }),
      (text) => selectContacts.all({ 1: `%${text}%` })
    ]
  ]
}

async function compare(
  print: (line: object) => void,
  figure: string,
  texts: readonly string[],
  indexed: Find,
  like: Find
): Promise<void> {
  const samples = await interleave({
    tries,
    variants: {
      indexed: () =>
        Promise.resolve(Array.from({ length: indexedRounds }, () => timed(texts, indexed)).flat()),
      // A scan takes its time: each try looks for one of the texts.
      like: () => Promise.resolve(timed(texts.slice(0, 3), like))
    }
  })
  for (const share of [0.5, 0.95, 1]) {
    const value = percentile(samples.indexed, share)
    const other = percentile(samples.like, share)
    const name = share === 1 ? 'slowest' : `p${share * 100}`
    print({ figure: `${figure}, ${name}`, value, unit: 'ms', against: 'LIKE', ratio: value / other })
  }
}

function timed(texts: readonly string[], find: Find): readonly number[] {
  return texts.map((text) => {
    const startedAtMs = performance.now()
    find(text)
    return performance.now() - startedAtMs
  })
}
