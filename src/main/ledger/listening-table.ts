import type { Gap } from '../../shared/domain/gap.ts'
import type { LostTime } from '../core/ports.ts'
import type { Database } from './open-database.ts'

/** Said to hear every half minute: what is silent for longer than this did not hear. */
const longestSilenceMs = 90_000

interface SpanRow {
  readonly from_ms: number
  readonly to_ms: number
  /** Null where it goes on, or ended without a word. */
  readonly ended_because: string | null
}

interface GapRow extends Gap {
  readonly from_ms: number
}

/** When the app could hear Voice360; what lies between is a gap. */
export function createListeningTable(database: Database) {
  const selectLast = database.prepare<[], SpanRow>(
    'SELECT from_ms, to_ms, ended_because FROM listening_spans ORDER BY from_ms DESC LIMIT 1'
  )
  const begin = database.prepare(
    'INSERT OR IGNORE INTO listening_spans (from_ms, to_ms, ended_because) VALUES (?, ?, ?)'
  )
  const extend = database.prepare('UPDATE listening_spans SET to_ms = ?, ended_because = ? WHERE from_ms = ?')
  // A span begins where the one before has ended at the earliest: so both ends are found by when spans begin.
  const gaps = `SELECT * FROM (
      SELECT to_ms AS fromMs, (SELECT min(from_ms) FROM listening_spans WHERE from_ms > span.from_ms) AS toMs,
        ended_because AS reason, from_ms FROM listening_spans AS span
    ) WHERE toMs > fromMs`
  const selectBetween = database.prepare<[{ readonly fromMs: number; readonly toMs: number }], GapRow>(
    `${gaps} AND fromMs >= @fromMs AND fromMs < @toMs AND from_ms < @toMs
       AND from_ms >= coalesce((SELECT max(from_ms) FROM listening_spans WHERE from_ms <= @fromMs), 0)
     ORDER BY from_ms`
  )
  const selectNewest = database.prepare<[number], GapRow>(`${gaps} ORDER BY from_ms DESC LIMIT ?`)
  const removeOld = database.prepare(
    'DELETE FROM listening_spans WHERE to_ms < ? AND from_ms < (SELECT max(from_ms) FROM listening_spans)'
  )

  return {
    /** Whether it did not hear, as far as is known, between now and when it was last recorded. */
    record(atMs: number): boolean {
      const last = selectLast.get()
      const hasEnded = last !== undefined && last.ended_because !== null
      if (last !== undefined && atMs <= last.to_ms) {
        // A clock that was set back neither opens a gap nor closes one.
        if (!hasEnded || atMs < last.to_ms) return false
        extend.run(atMs, null, last.from_ms)
        return true
      }
      if (last !== undefined && !hasEnded && atMs - last.to_ms <= longestSilenceMs) {
        extend.run(atMs, null, last.from_ms)
        return false
      }
      begin.run(atMs, atMs, null)
      return last !== undefined
    },
    /** It has now heard whatever there was, but for what is lost; whether that is one gap more. */
    recordCaughtUp(atMs: number, lost: LostTime | null): boolean {
      const last = selectLast.get()
      if (last === undefined) {
        begin.run(atMs, atMs, null)
        return false
      }
      // A clock that was set back takes nothing away from what was heard.
      const heardUntilMs = last.to_ms
      const endMs = Math.max(atMs, heardUntilMs)
      const againMs = lost === null ? heardUntilMs : Math.min(lost.untilMs, endMs)
      if (lost === null || againMs <= heardUntilMs) {
        extend.run(endMs, null, last.from_ms)
        return false
      }
      extend.run(heardUntilMs, lost.reason, last.from_ms)
      begin.run(againMs, endMs, null)
      return true
    },
    /** It heard until then, and why no longer. What was said first of a time in which it did not hear stays. */
    end(atMs: number, reason: string): void {
      const last = selectLast.get()
      if (last === undefined || last.ended_because !== null) return
      if (atMs - last.to_ms <= longestSilenceMs) {
        extend.run(Math.max(atMs, last.from_ms), reason, last.from_ms)
      } else {
        // It was silent before: of that time the reason does not tell.
        begin.run(atMs, atMs, reason)
      }
    },
    /** The gaps that begin in this time, oldest first. */
    gapsBetween: (fromMs: number, toMs: number): readonly Gap[] =>
      selectBetween.all({ fromMs, toMs }).map(gapOf),
    newestGaps: (limit: number): readonly Gap[] => selectNewest.all(limit).map(gapOf),
    /** Deletes the times before then, but not the last, after which a gap may begin. */
    removeOld: (beforeMs: number): void => void removeOld.run(beforeMs)
  }
}

const gapOf = ({ fromMs, toMs, reason }: GapRow): Gap => ({ fromMs, toMs, reason })
