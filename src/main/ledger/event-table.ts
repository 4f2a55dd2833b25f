import type { EventEnvelope } from '../core/webhooks/index.ts'
import type { Database } from './open-database.ts'

interface LastRow {
  readonly seq: number
  readonly received_at_ms: number
}

/** Every event exactly as it came. Rows are never changed but to say why one was not understood, and never removed. */
export function createEventTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO events (key, name, account_id, occurred_at_ms, received_at_ms, method, raw) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO NOTHING`
  )
  const explain = database.prepare('UPDATE events SET not_understood = ? WHERE seq = ?')
  const selectLast = database.prepare<[], LastRow>(
    'SELECT seq, received_at_ms FROM events ORDER BY seq DESC LIMIT 1'
  )

  return {
    /** The number of the new row; null where the event was there before. */
    append(event: EventEnvelope): number | null {
      const { key, name, accountId, occurredAtMs, receivedAtMs, method, raw } = event
      const { changes, lastInsertRowid } = insert.run(
        key,
        name,
        accountId,
        occurredAtMs,
        receivedAtMs,
        method,
        raw
      )
      return changes === 0 ? null : Number(lastInsertRowid)
    },
    markNotUnderstood: (seq: number, why: string): void => void explain.run(why, seq),
    count: () => {
      const last = selectLast.get()
      return { count: last?.seq ?? 0, lastReceivedAtMs: last?.received_at_ms ?? null }
    }
  }
}
