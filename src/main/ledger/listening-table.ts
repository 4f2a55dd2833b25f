import type { Gap } from '../../shared/domain/gap.ts'
import type { Database } from './open-database.ts'

/** Said to hear every half minute: what is silent for longer than this did not hear. */
const longestSilenceMs = 90_000

interface SpanRow {
  readonly from_ms: number
  readonly to_ms: number
}

/** When the app could hear Voice360; what lies between is a gap. */
export function createListeningTable(database: Database) {
  const selectLast = database.prepare<[], SpanRow>(
    'SELECT from_ms, to_ms FROM listening_spans ORDER BY from_ms DESC LIMIT 1'
  )
  const begin = database.prepare('INSERT OR IGNORE INTO listening_spans (from_ms, to_ms) VALUES (?, ?)')
  const extend = database.prepare('UPDATE listening_spans SET to_ms = ? WHERE from_ms = ?')
  const selectGaps = database.prepare<[number, number], Gap>(
    `SELECT fromMs, toMs, NULL AS reason FROM (
       SELECT to_ms AS fromMs, lead(from_ms) OVER (ORDER BY from_ms) AS toMs FROM listening_spans
     ) WHERE toMs IS NOT NULL AND fromMs >= ? AND fromMs < ? ORDER BY fromMs`
  )
  return {
    /** Whether there is a gap between now and when it was last recorded. */
    record(atMs: number): boolean {
      const last = selectLast.get()
      // A clock that was set back neither opens a gap nor closes one.
      if (last !== undefined && atMs <= last.to_ms) return false
      if (last !== undefined && atMs - last.to_ms <= longestSilenceMs) {
        extend.run(atMs, last.from_ms)
        return false
      }
      begin.run(atMs, atMs)
      return last !== undefined
    },
    /** The gaps that begin in this time, oldest first. */
    gapsBetween: (fromMs: number, toMs: number): readonly Gap[] => selectGaps.all(fromMs, toMs)
  }
}
