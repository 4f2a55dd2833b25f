import type { CallCursor, CallFilter } from '../../shared/domain/call.ts'
import type { Identity } from '../core/calls/index.ts'

/** A part of a WHERE clause with the values of its question marks. */
interface Condition {
  readonly sql: string
  readonly values: readonly (string | number | null)[]
}

const condition = (sql: string, ...values: readonly (string | number | null)[]): Condition => ({
  sql,
  values
})

/** What a text in the filter finds: addresses of people, and calls by their notes. */
export interface TextMatch {
  readonly addresses: readonly string[]
  readonly callIds: readonly string[]
}

/** The calls that a filter lets through, of `calls c LEFT JOIN call_marks m`. */
export function whereOf(
  filter: CallFilter,
  identity: Identity,
  after: CallCursor | null,
  text: TextMatch | null
): Condition {
  const conditions = [
    ...(after === null ? [] : [condition('(c.started_at_ms, c.id) < (?, ?)', after.startedAtMs, after.id)]),
    ...(filter.isMissed ? [condition('c.is_lost = 1')] : []),
    ...(filter.queueName === null ? [] : [condition('c.queue_name = ?', filter.queueName)]),
    ...(filter.line === null ? [] : [condition('c.line = ?', filter.line)]),
    ...(filter.outcome === null ? [] : [condition('m.outcome = ?', filter.outcome)]),
    ...(filter.fromMs === null ? [] : [condition('c.started_at_ms >= ?', filter.fromMs)]),
    ...(filter.toMs === null ? [] : [condition('c.started_at_ms < ?', filter.toMs)]),
    ...(filter.isMine ? [mine(identity)] : []),
    ...(text === null
      ? []
      : [
          condition(
            '(c.other_address IN (SELECT value FROM json_each(?)) OR c.id IN (SELECT value FROM json_each(?)))',
            JSON.stringify(text.addresses),
            JSON.stringify(text.callIds)
          )
        ])
  ]
  return {
    sql: conditions.length === 0 ? '1' : conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values)
  }
}

/** `isMine` of the core, for rows. */
export function mine({ extension, myLines }: Identity): Condition {
  const byLine =
    myLines === null
      ? condition("(c.extensions = '' AND c.queue_name IS NULL)")
      : condition('c.line IN (SELECT value FROM json_each(?))', JSON.stringify([...myLines]))
  return condition(
    `(c.dial_id IS NOT NULL OR CASE
        WHEN c.direction = 'internal' THEN c.agent_extension = ? OR c.other_address = ?
        WHEN c.agent_extension IS NOT NULL THEN c.agent_extension = ?
        ELSE instr(c.extensions, ',' || ? || ',') > 0 OR c.other_address = ?
          OR (c.direction = 'inbound' AND ${byLine.sql})
      END)`,
    extension,
    extension,
    extension,
    extension,
    extension,
    ...byLine.values
  )
}
