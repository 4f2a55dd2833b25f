import type { LostCallerMarks, LostCallerRecords } from '../core/queues/index.ts'
import { type CallRow, recordOf, selectCalls } from './call-rows.ts'
import type { Database } from './open-database.ts'

interface MarksRow {
  readonly address: string
  readonly claimed_at_ms: number | null
  readonly done_at_ms: number | null
}

/** More than a board can show; the newest count. */
const mostCalls = 2_000

/** Who called from outside and got nobody in a queue, who was spoken with since, and what the user said of it. */
export function createLostCallerTable(database: Database) {
  const selectLost = database.prepare<[number, number], CallRow>(
    `${selectCalls} WHERE c.is_lost = 1 AND c.started_at_ms >= ? AND c.queue_name IS NOT NULL AND c.direction = 'inbound'
     ORDER BY c.started_at_ms DESC LIMIT ?`
  )
  const selectSince = database.prepare<[string, number], CallRow>(
    `${selectCalls} WHERE c.other_address = ? AND c.started_at_ms > ? AND c.is_lost = 0 ORDER BY c.started_at_ms DESC`
  )
  const selectMarks = database.prepare<[string], MarksRow>(
    'SELECT * FROM lost_caller_marks WHERE address IN (SELECT value FROM json_each(?))'
  )
  const upsert = database.prepare(
    `INSERT INTO lost_caller_marks (address, claimed_at_ms, done_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (address) DO UPDATE SET claimed_at_ms = excluded.claimed_at_ms,
       done_at_ms = coalesce(excluded.done_at_ms, done_at_ms)`
  )
  const remove = database.prepare('DELETE FROM lost_caller_marks WHERE address = ?')
  const removeOld = database.prepare(
    'DELETE FROM lost_caller_marks WHERE max(coalesce(claimed_at_ms, 0), coalesce(done_at_ms, 0)) < ?'
  )

  return {
    read(sinceMs: number): LostCallerRecords {
      const lost = selectLost.all(sinceMs, mostCalls).map(recordOf)
      const callers = [...new Set(lost.map(({ otherAddress }) => otherAddress))]
      const firstAtMs = new Map(lost.map(({ otherAddress, startedAtMs }) => [otherAddress, startedAtMs]))
      firstAtMs.delete('')
      const talks = [...firstAtMs].flatMap(([address, atMs]) => {
        const talk = selectSince
          .all(address, atMs)
          .map(recordOf)
          .find(({ answeredAtMs }) => answeredAtMs !== null)
        return talk === undefined ? [] : [{ address, atMs: talk.startedAtMs }]
      })
      const marks = selectMarks.all(JSON.stringify(callers)).map((row) => ({
        address: row.address,
        claimedAtMs: row.claimed_at_ms,
        doneAtMs: row.done_at_ms
      }))
      return { lost, talks, marks }
    },
    mark: ({ address, claimedAtMs, doneAtMs }: LostCallerMarks): void =>
      void upsert.run(address, claimedAtMs, doneAtMs),
    forget: (address: string): void => void remove.run(address),
    /** Deletes what was said before then: the calls of which it was said are gone too. */
    removeOld: (beforeMs: number): void => void removeOld.run(beforeMs)
  }
}
