import type { SharedEntry } from '../core/ports.ts'
import type { SharedKind } from '../core/team/index.ts'
import type { Database } from './open-database.ts'
import type { PositionTable } from './position-table.ts'

export type SharedTable = ReturnType<typeof createSharedTable>

/** This computer's copy of what the team shares: of each key what it held last. */
export function createSharedTable(database: Database, positions: PositionTable) {
  const selectStream = database.prepare<[], string>('SELECT stream FROM shared_stream').pluck()
  const setStream = database.prepare('INSERT OR REPLACE INTO shared_stream (id, stream) VALUES (1, ?)')
  const removeAll = database.prepare('DELETE FROM shared_work')
  const upsert = database.prepare(
    `INSERT INTO shared_work (kind, id, revision, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision, value = excluded.value
       WHERE excluded.revision > revision`
  )
  const remove = database.prepare('DELETE FROM shared_work WHERE kind = ? AND id = ?')
  const select = database.prepare<[SharedKind, string], SharedEntry>(
    'SELECT * FROM shared_work WHERE kind = ? AND id = ?'
  )
  const selectKind = database.prepare<[SharedKind], SharedEntry>('SELECT * FROM shared_work WHERE kind = ?')

  return {
    /** What was copied of another stream goes. */
    open: (stream: string): number => {
      const last = selectStream.get()
      if (last !== stream) {
        removeAll.run()
        positions.forget(stream)
        if (last !== undefined) positions.forget(last)
        setStream.run(stream)
      }
      return positions.read(stream)
    },
    /** What was copied of this stream goes. */
    forget(stream: string): void {
      positions.forget(stream)
      if (selectStream.get() === stream) removeAll.run()
    },
    /** Whether it is newer than what was here. */
    take: ({ kind, id, revision, value }: SharedEntry): boolean =>
      revision > 0 && upsert.run(kind, id, revision, value).changes > 0,
    list: (kind: SharedKind): readonly SharedEntry[] => selectKind.all(kind),
    get: (kind: SharedKind, id: string): SharedEntry | null => select.get(kind, id) ?? null,
    remove: (kind: SharedKind, id: string): void => void remove.run(kind, id)
  }
}
