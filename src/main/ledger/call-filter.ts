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
    ...(filter.isMissed ? [condition('c.is_lost = 1'), notPlacedBy(identity)] : []),
    ...(filter.queueName === null ? [] : [condition('c.queue_name = ?', filter.queueName)]),
    ...(filter.line === null ? [] : [condition('c.line = ?', filter.line)]),
    ...(filter.outcome === null ? [] : [condition('m.outcome = ?', filter.outcome)]),
    ...(filter.fromMs === null ? [] : [condition('c.started_at_ms >= ?', filter.fromMs)]),
    ...(filter.toMs === null ? [] : [condition('c.started_at_ms < ?', filter.toMs)]),
    ...(filter.isMine ? [mine(identity)] : []),
    ...(text === null ? [] : [foundBy(text, identity)])
  ]
  return conditions.length === 0 ? condition('1') : all(conditions)
}

/** `isWaiting` of the core, for rows: the calls of mine that wait to be looked at. */
export const unread = (identity: Identity): Condition =>
  all([condition('c.is_unread = 1'), mine(identity), notPlacedBy(identity)])

const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  values: conditions.flatMap(({ values }) => values)
})

/** `endOf` of the core, for rows: not the calls to colleagues that I placed, which I cannot have missed. */
const notPlacedBy = ({ extension }: Identity): Condition =>
  condition('(c.placed_by = ?) IS NOT TRUE', extension)

/** `otherOf` of the core, for rows: a colleague is found on either end, and I am not whom a call of mine is with. */
function foundBy({ addresses, callIds }: TextMatch, { extension }: Identity): Condition {
  const others = JSON.stringify(addresses.filter((address) => address !== extension))
  const isIn = (column: string) => `${column} IN (SELECT value FROM json_each(?))`
  const columns = ['c.other_address', 'c.placed_by', 'c.id']
  return condition(`(${columns.map(isIn).join(' OR ')})`, others, others, JSON.stringify(callIds))
}

/** `isMine` of the core, for rows. */
function mine({ extension, myLines }: Identity): Condition {
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
