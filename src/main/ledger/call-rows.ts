import { isLost, isOver } from '../../shared/domain/call.ts'
import {
  type CallFact,
  type CallRecord,
  callerOf,
  isLoose,
  partiesOf,
  sharedRemarkSchema,
  storyOf,
  type ToldCall
} from '../core/calls/index.ts'
import { readShared } from '../core/team/index.ts'
import type { Database } from './open-database.ts'

export interface CallRow {
  readonly id: string
  readonly facts: string
  readonly is_unread: number
  readonly note: string | null
  readonly outcome: string | null
  readonly is_note_shared: 0 | 1 | null
  /** JSON, of what the team says of it. */
  readonly shared: string | null
}

const sharedOf = (callId: string): string => `(SELECT w.value FROM call_ids i
  JOIN shared_work w ON w.kind = 'call' AND w.id = i.voice360_id
  WHERE i.call_id = ${callId} ORDER BY w.revision DESC LIMIT 1)`

/** What every query of calls selects, to be read by `recordOf`. */
export const selectCalls = `SELECT c.id, c.facts, c.is_unread, m.note, m.outcome, m.is_note_shared, ${sharedOf('c.id')} AS shared
  FROM calls c LEFT JOIN call_marks m ON m.call_id = c.id`

export const toldOf = ({ id, facts }: Pick<CallRow, 'id' | 'facts'>): ToldCall => ({
  id,
  facts: JSON.parse(facts)
})

export const recordOf = (row: CallRow): CallRecord => ({
  ...storyOf(toldOf(row)),
  isUnread: row.is_unread === 1,
  ...wordsOf(row)
})

type Words = Pick<CallRow, 'note' | 'outcome' | 'is_note_shared' | 'shared'>
type MarksRow = Words & { readonly is_read: number | null }

const unmarked: MarksRow = { is_read: null, note: null, outcome: null, is_note_shared: null, shared: null }

/** What the user and the team say of a call. */
const wordsOf = ({ note, outcome, is_note_shared: isShared, shared }: Words) => ({
  note,
  outcome,
  isNoteShared: isShared === 1,
  shared: readShared(sharedRemarkSchema, { value: shared })
})

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
    `SELECT is_read, note, outcome, is_note_shared, ${sharedOf('c.id')} AS shared
     FROM (SELECT ? AS id) c LEFT JOIN call_marks ON call_id = c.id`
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
      const lost = isLost(story.state)
      const known = idsOf(before)
      for (const id of idsOf(call)) if (!known.has(id)) insertId.run(id, call.id)
      const marks = selectMarks.get(call.id) ?? unmarked
      const unread = lost && marks.is_read !== 1
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
        callerOf(story),
        lost ? 1 : 0,
        unread ? 1 : 0,
        isOver(story.state) ? 0 : 1,
        JSON.stringify(call.facts)
      )
      replaceParties(call.id, before, call)
      return { ...story, isUnread: unread, ...wordsOf(marks) }
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
