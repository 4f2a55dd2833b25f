import type { ScheduledRecord } from '../core/messages/index.ts'
import type { Database } from './open-database.ts'

const columns =
  'id, line, to_address AS "to", body, due_at_ms AS dueAtMs, after_id AS afterId, held_because AS heldBecause'

/** Messages that wait; parts of one text are added in their order, which their positions keep. */
export function createScheduledTable(database: Database) {
  const upsert = database.prepare(
    `INSERT INTO scheduled_messages (id, line, to_address, body, due_at_ms, after_id, held_because)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET line = excluded.line, to_address = excluded.to_address, body = excluded.body,
       due_at_ms = excluded.due_at_ms, after_id = excluded.after_id, held_because = excluded.held_because`
  )
  const selectAll = database.prepare<[], ScheduledRecord>(
    `SELECT ${columns} FROM scheduled_messages ORDER BY due_at_ms, position`
  )
  const take = database.prepare<[string], ScheduledRecord>(
    `DELETE FROM scheduled_messages WHERE id = ? RETURNING ${columns}`
  )
  const removeTo = database.prepare('DELETE FROM scheduled_messages WHERE to_address = ?')
  const removeOld = database.prepare('DELETE FROM scheduled_messages WHERE due_at_ms < ?')

  return {
    list: (): readonly ScheduledRecord[] => selectAll.all(),
    save: ({ id, line, to, body, dueAtMs, afterId, heldBecause }: ScheduledRecord): void =>
      void upsert.run(id, line, to, body, dueAtMs, afterId, heldBecause),
    /** Deletes it, and answers what it was; nothing where it is gone. */
    take: (id: string): readonly ScheduledRecord[] => take.all(id),
    removeTo: (address: string): void => void removeTo.run(address),
    removeOld: (beforeMs: number): void => void removeOld.run(beforeMs)
  }
}
