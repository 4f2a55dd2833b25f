import { isLost, isOver } from '../../shared/domain/call.ts'
import {
  type CallFact,
  type CallRecord,
  isLoose,
  partiesOf,
  storyOf,
  type ToldCall
} from '../core/calls/index.ts'
import type { Database } from './open-database.ts'

export interface CallRow {
  readonly id: string
  readonly facts: string
  readonly is_unread: number
  readonly note: string | null
  readonly outcome: string | null
}

/** What every query of calls selects, to be read by `recordOf`. */
export const selectCalls = `SELECT c.id, c.facts, c.is_unread, m.note, m.outcome
  FROM calls c LEFT JOIN call_marks m ON m.call_id = c.id`

export const toldOf = ({ id, facts }: Pick<CallRow, 'id' | 'facts'>): ToldCall => ({
  id,
  facts: JSON.parse(facts)
})

export const recordOf = (row: CallRow): CallRecord => ({
  ...storyOf(toldOf(row)),
  isUnread: row.is_unread === 1,
  note: row.note,
  outcome: row.outcome
})

interface MarksRow {
  readonly is_read: number
  readonly note: string | null
  readonly outcome: string | null
}

interface PartyRow {
  readonly address: string
  readonly startedAtMs: number
  readonly isLoose: 0 | 1
}

/** Calls as the facts they are derived from; the other columns and tables only find them. */
export function createCallRows(database: Database) {
  const upsert = database.prepare(
    `INSERT INTO calls (id, started_at_ms, direction, other_address, line, queue_name, agent_extension, extensions, dial_id,
       placed_by, is_lost, is_unread, is_running, facts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET started_at_ms = excluded.started_at_ms, direction = excluded.direction,
       other_address = excluded.other_address, line = excluded.line, queue_name = excluded.queue_name,
       agent_extension = excluded.agent_extension, extensions = excluded.extensions, dial_id = excluded.dial_id,
       placed_by = excluded.placed_by, is_lost = excluded.is_lost, is_unread = excluded.is_unread,
       is_running = excluded.is_running, facts = excluded.facts`
  )
  const remove = database.prepare('DELETE FROM calls WHERE id = ?')
  const selectMarks = database.prepare<[string], MarksRow>(
    'SELECT is_read, note, outcome FROM call_marks WHERE call_id = ?'
  )
  const looseAddresses = new Set(
    database
      .prepare<[], { readonly address: string }>(
        'SELECT DISTINCT address FROM call_parties WHERE is_loose = 1'
      )
      .all()
      .map(({ address }) => address)
  )
  const insertId = database.prepare(
    'INSERT INTO call_ids (voice360_id, call_id) VALUES (?, ?) ON CONFLICT DO UPDATE SET call_id = excluded.call_id'
  )
  const removeId = database.prepare('DELETE FROM call_ids WHERE voice360_id = ? AND call_id = ?')
  const insertParty = database.prepare(
    'INSERT OR REPLACE INTO call_parties (address, started_at_ms, call_id, is_loose) VALUES (?, ?, ?, ?)'
  )
  const removeParty = database.prepare(
    'DELETE FROM call_parties WHERE address = ? AND started_at_ms = ? AND call_id = ?'
  )

  function replaceParties(id: string, before: ToldCall | undefined, after: ToldCall | undefined): void {
    const old = partyRowsOf(before)
    const next = partyRowsOf(after)
    for (const [key, { address, startedAtMs }] of old) {
      if (!next.has(key)) removeParty.run(address, startedAtMs, id)
    }
    for (const [key, { address, startedAtMs, isLoose: loose }] of next) {
      if (loose === 1) looseAddresses.add(address)
      if (old.get(key)?.isLoose !== loose) insertParty.run(address, startedAtMs, id, loose)
    }
  }

  return {
    /** Whether a call with this address may hold a loose fact; where not, there is no need to look for one. */
    mayBeLoose: (address: string): boolean => looseAddresses.has(address),
    /** Writes a call in the place of what it was before, and answers what it comes to. */
    save(call: ToldCall, before: ToldCall | undefined): CallRecord {
      const story = storyOf(call)
      const marks = selectMarks.get(call.id)
      const lost = isLost(story.state)
      const unread = lost && marks?.is_read !== 1
      upsert.run(
        call.id,
        story.startedAtMs,
        story.direction,
        story.otherAddress,
        story.line,
        story.queueName,
        story.agentExtension,
        story.extensions.length === 0 ? '' : `,${story.extensions.join(',')},`,
        story.dialId,
        story.direction === 'internal' ? story.agentExtension : null,
        lost ? 1 : 0,
        unread ? 1 : 0,
        isOver(story.state) ? 0 : 1,
        JSON.stringify(call.facts)
      )
      replaceParties(call.id, before, call)
      const known = idsOf(before)
      for (const id of idsOf(call)) if (!known.has(id)) insertId.run(id, call.id)
      return { ...story, isUnread: unread, note: marks?.note ?? null, outcome: marks?.outcome ?? null }
    },
    remove(call: ToldCall): void {
      remove.run(call.id)
      replaceParties(call.id, call, undefined)
      for (const id of idsOf(call)) removeId.run(id, call.id)
    }
  }
}

const idsOf = (call: ToldCall | undefined): ReadonlySet<string> =>
  new Set(call?.facts.flatMap(({ callId }) => callId ?? []))

function partyRowsOf(call: ToldCall | undefined): ReadonlyMap<string, PartyRow> {
  if (call === undefined) return new Map()
  const { startedAtMs } = storyOf(call)
  const loose = call.facts.some((fact: CallFact) => isLoose(fact, call.facts)) ? 1 : 0
  const addresses = call.facts.flatMap(partiesOf)
  return new Map(
    addresses.map((address) => [`${address} ${startedAtMs}`, { address, startedAtMs, isLoose: loose }])
  )
}
