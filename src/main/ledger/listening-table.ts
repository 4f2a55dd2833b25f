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

/** When the app could hear Voice360; what lies between is a gap. */
export function createListeningTable(database: Database) {
  const selectLast = database.prepare<[], SpanRow>(
    'SELECT from_ms, to_ms, ended_because FROM listening_spans ORDER BY from_ms DESC LIMIT 1'
  )
  const begin = database.prepare(
    'INSERT OR IGNORE INTO listening_spans (from_ms, to_ms, ended_because) VALUES (?, ?, ?)'
  )
  const extend = database.prepare('UPDATE listening_spans SET to_ms = ?, ended_because = ? WHERE from_ms = ?')
  const gaps = `SELECT fromMs, toMs, reason FROM (
      SELECT to_ms AS fromMs, lead(from_ms) OVER (ORDER BY from_ms) AS toMs, ended_because AS reason FROM listening_spans
    ) WHERE toMs > fromMs`
  const selectBetween = database.prepare<[number, number], Gap>(
    `${gaps} AND fromMs >= ? AND fromMs < ? ORDER BY fromMs`
  )
  const selectNewest = database.prepare<[number], Gap>(`${gaps} ORDER BY fromMs DESC LIMIT ?`)

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
    gapsBetween: (fromMs: number, toMs: number): readonly Gap[] => selectBetween.all(fromMs, toMs),
    newestGaps: (limit: number): readonly Gap[] => selectNewest.all(limit)
  }
}
