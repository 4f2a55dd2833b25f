import { eventSource } from '../core/calls/index.ts'
import type { ContactRecord } from '../core/contacts/contact-record.ts'
import type { FoundText } from '../core/search/index.ts'
import { createContactTable } from './contact-table.ts'
import { migrations, versionOf } from './migrations.ts'
import type { Database } from './open-database.ts'
import type { Person } from './person-table.ts'
import { readableRows } from './readable-rows.ts'
import { createSearchTable } from './search-table.ts'
import { isUnreadable } from './storage-errors.ts'

type Row = Readonly<Record<string, unknown>>
type TextRow = Omit<FoundText, 'atMs'> & { readonly at_ms: number }

/**
 * What nothing else tells. Calls, what waits and what can be searched are made of these again. How far a stream has come in is not
 * among it: read from its start it brings back the events that were lost, and of the others each is known by its key.
 */
const byNumber = [
  'events',
  'intents',
  'observations',
  'call_marks',
  'notes',
  'listening_spans',
  'contacts',
  'threads',
  'messages',
  'drafts',
  'scheduled_messages',
  'stops'
]
const byKey = ['contact_numbers', 'message_ids', 'lost_caller_marks', 'webhook_sightings']

/**
 * Carries over what can still be read of a damaged ledger into a new one, which then makes the calls anew as after a change of the
 * rules. Answers how many events that were; null where nothing at all could be read, or by this version of the app only.
 */
export function salvage(from: Database, into: Database): number | null {
  try {
    from.pragma('writable_schema = ON')
    if (versionOf(from) !== migrations.length) return null
    // Without its schema nothing in it can be asked for.
    from.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    if (isUnreadable(error)) return null
    throw error
  }
  into.pragma('foreign_keys = OFF')
  into.exec('BEGIN')
  for (const table of byNumber) copy(rowsByNumber(from, table), into, table)
  for (const table of byKey) copy(rowsByKey(from, table), into, table)
  into.exec(tidying)
  into.exec('COMMIT; BEGIN')
  makeSearchable(from, into)
  into.exec('COMMIT')
  into.pragma('foreign_keys = ON')
  return into.prepare<[], number>('SELECT count(*) FROM events').pluck().get() ?? 0
}

function copy(rows: Iterable<Row>, into: Database, table: string): void {
  let insert: ReturnType<Database['prepare']> | null = null
  for (const { row_number: _number, ...row } of rows) {
    const columns = Object.keys(row)
    insert ??= into.prepare(
      `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    )
    insert.run(Object.values(row))
  }
}

function rowsByNumber<Columns extends object = Row>(from: Database, table: string): Iterable<Columns> {
  const select = from.prepare<[number, number], Columns & { readonly row_number: number }>(
    `SELECT rowid AS row_number, * FROM ${table} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid`
  )
  return readableRows(
    (first, last) => select.iterate(first, last),
    (row) => row.row_number
  )
}

/** From both ends up to what is damaged. */
function* rowsByKey(from: Database, table: string): Generator<Row> {
  const key = from
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table)
  for (const direction of ['ASC', 'DESC']) {
    const order = key.map((name) => `${name} ${direction}`).join(', ')
    try {
      yield* from.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY ${order}`).iterate()
      return
    } catch (error) {
      if (!isUnreadable(error)) throw error
    }
  }
}

/** What leads to a row that was lost goes; what a row that is there leads to is made anew; lost messages are read out of events again. */
const tidying = `
  INSERT OR IGNORE INTO event_index (key, received_at_ms, seq) SELECT key, received_at_ms, seq FROM events;
  DELETE FROM contact_numbers WHERE contact_slot NOT IN (SELECT slot FROM contacts);
  DELETE FROM message_ids WHERE message_id NOT IN (SELECT id FROM messages);
  INSERT OR IGNORE INTO threads (id, line, other_address, last_at_ms, unread_count)
    SELECT thread_id, substr(thread_id, 1, instr(thread_id, '|') - 1), other_address, max(at_ms), 0
    FROM messages WHERE thread_id IS NOT NULL GROUP BY thread_id;
  UPDATE threads SET unread_count =
    (SELECT count(*) FROM messages WHERE thread_id = threads.id AND is_unread = 1);
  UPDATE events SET not_understood = 'it has to be read again' WHERE name LIKE 'SMS\\_%' ESCAPE '\\' AND raw <> ''
    AND '${eventSource(0).slice(0, -1)}' || seq NOT IN
      (SELECT value ->> 'source' FROM messages, json_each(messages.facts));
`

/** The word indexes are not copied: they are made of the contacts, texts and people. */
function makeSearchable(from: Database, into: Database): void {
  const search = createSearchTable(into)
  const contacts = createContactTable(into, search)
  const all: ContactRecord[] = []
  for (let page = contacts.list({ text: '', after: null, limit: 500 }); page.length > 0; ) {
    all.push(...page)
    page = contacts.list({ text: '', after: page.at(-1) ?? null, limit: 500 })
  }
  contacts.save(all)
  for (const { address, told_name, last_at_ms } of rowsByNumber<Person>(from, 'people')) {
    if (last_at_ms !== null) search.touchPerson(address, told_name, last_at_ms)
  }
  for (const { kind, id, address, at_ms: atMs, body } of rowsByNumber<TextRow>(from, 'search_texts')) {
    search.addText({ kind, id, address, atMs, body })
  }
}
