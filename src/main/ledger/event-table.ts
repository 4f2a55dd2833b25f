import type { StoredEvent } from '../core/ports.ts'
import type { Database } from './open-database.ts'
import type { SentEvent } from './protocol.ts'

interface LastRow {
  readonly seq: number
  readonly received_at_ms: number
}

const stored = `seq, name, account_id AS accountId, occurred_at_ms AS occurredAtMs, received_at_ms AS receivedAtMs, method,
  not_understood AS notUnderstood, raw`

/**
 * Every event exactly as it came. Rows are never changed but to say why one was not understood, or to forget what it told. An
 * index of its own finds them by key and by age. It is written later than they are, by many at a time: keys come in no order, so
 * that each costs a page of its own.
 */
export function createEventTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO events (key, name, account_id, occurred_at_ms, received_at_ms, method, raw) VALUES (?, ?, ?, ?, ?, ?, ?)`
  )
  const selectKey = database.prepare<[string], 1>('SELECT 1 FROM event_index WHERE key = ?').pluck()
  const selectKeys = database.prepare<[number], string>('SELECT key FROM events WHERE seq >= ?').pluck()
  const insertKeys = database
    .prepare<[number, number], string>(
      `INSERT OR REPLACE INTO event_index (key, received_at_ms, seq)
       SELECT key, received_at_ms, seq FROM events WHERE seq >= ? AND seq < ? ORDER BY key RETURNING key`
    )
    .pluck()
  const explain = database.prepare('UPDATE events SET not_understood = ? WHERE seq = ?')
  const forget = database.prepare("UPDATE events SET raw = '' WHERE seq = ?")
  const selectLast = database.prepare<[], LastRow>(
    'SELECT seq, received_at_ms FROM events ORDER BY seq DESC LIMIT 1'
  )
  const selectOne = database.prepare<[number], StoredEvent>(`SELECT ${stored} FROM events WHERE seq = ?`)
  const selectPage = database.prepare<[number, number, number], StoredEvent>(
    `SELECT ${stored} FROM events WHERE seq < ? AND raw <> '' AND (? = 0 OR not_understood IS NOT NULL)
     ORDER BY seq DESC LIMIT ?`
  )
  const selectSlice = database.prepare<[number, number], StoredEvent>(
    `SELECT * FROM (SELECT ${stored} FROM events WHERE seq <= ? ORDER BY seq DESC LIMIT ?) ORDER BY seq`
  )
  const selectFrom = database.prepare<[number, number], StoredEvent>(
    `SELECT ${stored} FROM events WHERE seq >= ? ORDER BY seq LIMIT ?`
  )
  const selectOld = database.prepare<[number, number], { readonly key: string; readonly seq: number }>(
    'SELECT key, seq FROM event_index WHERE received_at_ms < ? LIMIT ?'
  )
  const remove = database.prepare('DELETE FROM events WHERE seq = ?')
  const removeKey = database.prepare('DELETE FROM event_index WHERE key = ?')

  return {
    /** The number of the new row. */
    append({ key, name, accountId, occurredAtMs, receivedAtMs, method, raw }: SentEvent): number {
      const row = insert.run(key, name, accountId, occurredAtMs, receivedAtMs, method, raw)
      return Number(row.lastInsertRowid)
    },
    isIndexed: (key: string): boolean => selectKey.get(key) !== undefined,
    /** Indexes the events from one number up to before another; answers their keys. */
    index: (fromSeq: number, beforeSeq: number): readonly string[] => insertKeys.all(fromSeq, beforeSeq),
    /** Of the events from that number on. */
    keysFrom: (seq: number): readonly string[] => selectKeys.all(seq),
    setNotUnderstood: (seq: number, why: string | null): void => void explain.run(why, seq),
    count: () => {
      const last = selectLast.get()
      return { count: last?.seq ?? 0, lastReceivedAtMs: last?.received_at_ms ?? null }
    },
    get: (seq: number): StoredEvent | null => selectOne.get(seq) ?? null,
    /** Newest first. */
    list: (beforeSeq: number | null, limit: number, isNotUnderstoodOnly: boolean): readonly StoredEvent[] =>
      selectPage.all(beforeSeq ?? Number.MAX_SAFE_INTEGER, isNotUnderstoodOnly ? 1 : 0, limit),
    /** The `limit` events up to the one of number `uptoSeq`, oldest first. */
    slice: (uptoSeq: number, limit: number): readonly StoredEvent[] => selectSlice.all(uptoSeq, limit),
    /** The first `limit` events from the one of number `seq` on, oldest first. */
    from: (seq: number, limit: number): readonly StoredEvent[] => selectFrom.all(seq, limit),
    /** Takes away what an event told. Its key stays, so that a second delivery does not bring it back. */
    forget: (seq: number): void => void forget.run(seq),
    /** Deletes at most `limit` events received before; answers how many. */
    removeOld(beforeMs: number, limit: number): number {
      const old = selectOld.all(beforeMs, limit)
      for (const { key, seq } of old) {
        remove.run(seq)
        removeKey.run(key)
      }
      return old.length
    }
  }
}

export type EventTable = ReturnType<typeof createEventTable>
