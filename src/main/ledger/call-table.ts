import type { CallCursor, CallFilter } from '../../shared/domain/call.ts'
import {
  type CallFact,
  type CallPage,
  type CallQuery,
  type CallRecord,
  type Identity,
  isNews,
  reduceCalls,
  type ToldCall
} from '../core/calls/index.ts'
import { type TextMatch, unread, whereOf } from './call-filter.ts'
import { createCallMarks } from './call-marks.ts'
import { createCallNeighbours } from './call-neighbours.ts'
import { type CallRow, createCallRows, recordOf, selectCalls, toldOf } from './call-rows.ts'
import type { Database } from './open-database.ts'
import type { Place } from './timeline-page.ts'

export interface CallChanges {
  readonly calls: readonly CallRecord[]
  readonly removedCallIds: readonly string[]
}

/** Calls: made of facts by the core's reducer, found by their columns, marked by the user. */
export function createCallTable(database: Database) {
  const rows = createCallRows(database)
  const marks = createCallMarks(database)
  const neighboursOf = createCallNeighbours(database, rows.mayBeLoose)
  const selectById = database.prepare<[string], CallRow>(`${selectCalls} WHERE c.id = ?`)
  const selectAlias = database.prepare<[string], { readonly call_id: string }>(
    'SELECT call_id FROM call_aliases WHERE id = ?'
  )
  const insertAlias = database.prepare('INSERT OR REPLACE INTO call_aliases (id, call_id) VALUES (?, ?)')
  const selectRunning = database.prepare<[], CallRow>(
    `${selectCalls} WHERE c.is_running = 1 ORDER BY c.started_at_ms`
  )
  const selectUnreadIds = database.prepare<[], { readonly id: string }>(
    'SELECT id FROM calls WHERE is_unread = 1'
  )
  // Each by its own index, and of both the newest: together in one condition they would all be gathered and sorted first.
  const newestOf = (column: 'other_address' | 'placed_by'): string =>
    `SELECT id FROM (SELECT id FROM calls WHERE ${column} = @address AND (started_at_ms, id) < (@atMs, @id)
     ORDER BY started_at_ms DESC, id DESC LIMIT @limit)`
  const selectByAddress = database.prepare<[Place & { address: string; limit: number }], CallRow>(
    `${selectCalls} WHERE c.id IN (${newestOf('other_address')} UNION ${newestOf('placed_by')})
     ORDER BY c.started_at_ms DESC, c.id DESC LIMIT @limit`
  )
  const selectTold = database
    .prepare<[string], string>('SELECT call_id FROM call_ids WHERE voice360_id = ?')
    .pluck()
  const selectHolding = database.prepare<[string], { readonly id: string }>(
    `SELECT id FROM calls WHERE instr(facts, '"source":' || json_quote(?)) > 0 LIMIT 1`
  )

  /** The call of an id, also of one that turned out to be part of another. */
  function find(id: string): CallRow | undefined {
    const row = selectById.get(id)
    if (row !== undefined) return row
    const alias = selectAlias.get(id)
    return alias === undefined || alias.call_id === id ? undefined : find(alias.call_id)
  }

  const get = (id: string): CallRecord | null => {
    const row = find(id)
    return row === undefined ? null : recordOf(row)
  }

  function write(before: readonly ToldCall[], after: readonly ToldCall[]): CallChanges {
    const known = new Map(before.map((call) => [call.id, call]))
    const kept = new Set(after.map(({ id }) => id))
    const removed = before.filter(({ id }) => !kept.has(id))
    for (const call of removed) {
      rows.remove(call)
      const heir = after.find(({ facts }) => facts.some(({ source }) => call.facts[0]?.source === source))
      if (heir === undefined) continue
      insertAlias.run(call.id, heir.id)
      marks.move(call.id, heir.id)
    }
    const changed = after.filter((call) => !isSame(known.get(call.id), call))
    return {
      calls: changed.map((call) => rows.save(call, known.get(call.id))),
      removedCallIds: removed.map(({ id }) => id)
    }
  }

  return {
    get,
    find: (id: string): ToldCall | null => {
      const row = find(id)
      return row === undefined ? null : toldOf(row)
    },
    /** The call that Voice360 calls so. */
    told: (voice360Id: string): CallRecord | null => {
      const id = selectTold.get(voice360Id)
      return id === undefined ? null : get(id)
    },
    /** Adds a fact; with `isOnlyToKnown` it begins no call of its own. */
    add(fact: CallFact, isOnlyToKnown = false): CallChanges {
      const about = fact.about === null ? null : (find(fact.about)?.id ?? null)
      const before = neighboursOf(fact, about)
      const after = reduceCalls(before, fact)
      const isAlone = (call: ToldCall) => call.facts.length === 1 && call.facts[0] === fact
      return write(before, isOnlyToKnown ? after.filter((call) => !isAlone(call)) : after)
    },
    /** Whether no call that is known already can be the one whose channel was seen. */
    isNews: (seen: CallFact): boolean => isNews(neighboursOf(seen, null), seen),
    list({ filter, identity, after, limit }: CallQuery, text: TextMatch | null): Omit<CallPage, 'gaps'> {
      const { sql, values } = whereOf(filter, identity, after, text)
      const found = database
        .prepare<unknown[], CallRow>(
          `${selectCalls} WHERE ${sql} ORDER BY c.started_at_ms DESC, c.id DESC LIMIT ?`
        )
        .all(...values, limit + 1)
      const page = found.slice(0, limit).map(recordOf)
      return { calls: page, next: found.length > limit ? cursorOf(page.at(-1)) : null }
    },
    /** Newest first, those older than a place. */
    listWith: (address: string, { atMs, id }: Place, limit: number): readonly CallRecord[] =>
      selectByAddress.all({ address, atMs, id, limit }).map(recordOf),
    listRunning: (): readonly CallRecord[] => selectRunning.all().map(recordOf),
    listDoors: () => ({ queueNames: distinct(database, 'queue_name'), lines: distinct(database, 'line') }),
    countUnread(identity: Identity): number {
      const { sql, values } = unread(identity)
      return (
        database
          .prepare<unknown[], { readonly count: number }>(
            `SELECT count(*) AS count FROM calls c WHERE ${sql}`
          )
          .get(...values)?.count ?? 0
      )
    },
    markRead(ids: readonly string[] | null): readonly CallRecord[] {
      const all = ids ?? selectUnreadIds.all().map(({ id }) => id)
      const waiting = all.map((id) => get(id)).filter((call) => call?.isUnread === true)
      for (const call of waiting) if (call !== null) marks.markRead(call.id)
      return waiting.flatMap((call) => (call === null ? [] : [{ ...call, isUnread: false }]))
    },
    setNote(id: string, body: string, isShared: boolean): CallRecord | null {
      const row = find(id)
      if (row === undefined) return null
      marks.setNote(row.id, body === '' ? null : body, isShared)
      return get(row.id)
    },
    setOutcome(id: string, outcome: string | null): CallRecord | null {
      const row = find(id)
      if (row === undefined) return null
      marks.setOutcome(row.id, outcome)
      return get(row.id)
    },
    remove(call: ToldCall): void {
      rows.remove(call)
      marks.remove(call.id)
    },
    /** Empties the table, to be filled from the events anew. */
    clear: (): void =>
      void database.exec(
        'DELETE FROM calls; DELETE FROM call_parties; DELETE FROM call_ids; DELETE FROM call_aliases'
      ),
    /** Gives what was said of calls that are no more to the calls that hold their facts now. */
    adoptStrays(): void {
      for (const id of marks.strays()) {
        const heir = find(id)?.id ?? selectHolding.get(id)?.id
        if (heir !== undefined) marks.move(id, heir)
      }
    }
  }
}

const isSame = (one: ToldCall | undefined, other: ToldCall): boolean =>
  one !== undefined &&
  one.facts.length === other.facts.length &&
  one.facts.every((fact, index) => fact.source === other.facts[index]?.source)

const cursorOf = (call: CallRecord | undefined): CallCursor | null =>
  call === undefined ? null : { startedAtMs: call.startedAtMs, id: call.id }

/** The values of an indexed column, found by leaping from one to the next. */
const distinct = (database: Database, column: 'queue_name' | 'line'): readonly string[] =>
  database
    .prepare<[], { readonly value: string }>(
      `WITH RECURSIVE each (value) AS (
         SELECT min(${column}) FROM calls WHERE ${column} IS NOT NULL
         UNION ALL
         SELECT (SELECT min(${column}) FROM calls WHERE ${column} > value) FROM each WHERE value IS NOT NULL LIMIT 500
       ) SELECT value FROM each WHERE value IS NOT NULL`
    )
    .all()
    .map(({ value }) => value)

/** Whether gaps belong between the calls that a filter shows: not where it picks a few of them. */
export const showsGaps = (filter: CallFilter): boolean =>
  filter.text === '' && filter.queueName === null && filter.line === null && filter.outcome === null
