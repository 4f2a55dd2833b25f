import type { NoteRecord } from '../core/ports.ts'
import type { Database } from './open-database.ts'
import type { Place } from './timeline-page.ts'

const columns = 'id, address, body, at_ms AS atMs'

/** Notes about people that belong to no single call. */
export function createNoteTable(database: Database) {
  const upsert = database.prepare(
    `INSERT INTO notes (id, address, at_ms, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body`
  )
  const remove = database.prepare('DELETE FROM notes WHERE id = ?')
  const selectWith = database.prepare<[string, number, string, number], NoteRecord>(
    `SELECT ${columns} FROM notes WHERE address = ? AND (at_ms, id) < (?, ?) ORDER BY at_ms DESC, id DESC LIMIT ?`
  )
  const selectOld = database.prepare<[number, number], NoteRecord>(
    `SELECT ${columns} FROM notes WHERE at_ms < ? LIMIT ?`
  )
  const select = database.prepare<[string], NoteRecord>(`SELECT ${columns} FROM notes WHERE id = ?`)
  return {
    get: (id: string): NoteRecord | undefined => select.get(id),
    save: ({ id, address, atMs, body }: NoteRecord): void => void upsert.run(id, address, atMs, body),
    remove: (id: string): void => void remove.run(id),
    /** Newest first, those older than a place. */
    listWith: (address: string, { atMs, id }: Place, limit: number): readonly NoteRecord[] =>
      selectWith.all(address, atMs, id, limit),
    listOld: (beforeMs: number, limit: number): readonly NoteRecord[] => selectOld.all(beforeMs, limit)
  }
}
