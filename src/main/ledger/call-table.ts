import {
  type CallFact,
  type CallRecord,
  correlateCall,
  correlationSpan,
  deriveCall,
  type KnownCall
} from '../core/calls/index.ts'
import type { Page } from '../core/ports.ts'
import type { Database } from './open-database.ts'

interface CallRow {
  readonly id: string
  readonly facts: string
}

/** Calls, as the facts they are derived from; the other columns only find them. */
export function createCallTable(database: Database) {
  const selectById = database.prepare<[string], CallRow>(
    'SELECT id, facts FROM calls WHERE id = (SELECT call_id FROM call_ids WHERE voice360_id = ?)'
  )
  const near = 'started_at_ms BETWEEN ? AND ? ORDER BY started_at_ms DESC LIMIT 50'
  const selectNear = database.prepare<[number, number], CallRow>(`SELECT id, facts FROM calls WHERE ${near}`)
  const selectNearByAddress = database.prepare<[string, string, number, number], CallRow>(
    `SELECT id, facts FROM calls WHERE other_address IN (?, ?) AND ${near}`
  )
  const selectNearWithoutId = database.prepare<[number, number], CallRow>(
    `SELECT id, facts FROM calls WHERE has_webhook_id = 0 AND ${near}`
  )
  const upsert = database.prepare(
    `INSERT INTO calls (id, started_at_ms, other_address, placed_by, has_webhook_id, facts)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET started_at_ms = excluded.started_at_ms, other_address = excluded.other_address,
       placed_by = excluded.placed_by, has_webhook_id = excluded.has_webhook_id, facts = excluded.facts`
  )
  const insertId = database.prepare('INSERT OR IGNORE INTO call_ids (voice360_id, call_id) VALUES (?, ?)')
  const selectPage = database.prepare<[number, number], CallRow>(
    'SELECT id, facts FROM calls WHERE started_at_ms < ? ORDER BY started_at_ms DESC, id DESC LIMIT ?'
  )
  const selectByAddress = database.prepare<[string, string, number], CallRow>(
    'SELECT id, facts FROM calls WHERE other_address = ? OR placed_by = ? ORDER BY started_at_ms DESC, id DESC LIMIT ?'
  )

  function candidatesFor(fact: CallFact): readonly KnownCall[] {
    const same = fact.callId === null ? undefined : selectById.get(fact.callId)
    if (same !== undefined) return [known(same)]
    const fromMs = fact.atMs - correlationSpan.beforeMs
    const toMs = fact.atMs + correlationSpan.afterMs
    if (fact.callId !== null && fact.kind !== 'placed')
      return selectNearWithoutId.all(fromMs, toMs).map(known)
    const [one, other = one] = [fact.from, fact.to].filter(isAddress)
    if (one === undefined || other === undefined) return selectNear.all(fromMs, toMs).map(known)
    return selectNearByAddress.all(one, other, fromMs, toMs).map(known)
  }

  return {
    /** Adds a fact to the call it belongs to, or, where there is none yet, to a new one of `newId`; null adds to a known one only. */
    add(fact: CallFact, newId: string | null): CallRecord | null {
      const call = correlateCall(fact, candidatesFor(fact))
      const id = call?.id ?? newId
      if (id === null) return null
      const facts = [...(call?.facts ?? []), fact]
      const record = deriveCall(id, facts)
      const hasWebhookId = facts.some(({ callId, kind }) => callId !== null && kind !== 'placed')
      const placedBy = record.direction === 'internal' ? record.agentExtension : null
      const { startedAtMs, otherAddress } = record
      upsert.run(id, startedAtMs, otherAddress, placedBy, hasWebhookId ? 1 : 0, JSON.stringify(facts))
      if (fact.callId !== null) insertId.run(fact.callId, id)
      return record
    },
    list: ({ beforeMs, limit }: Page): readonly CallRecord[] =>
      selectPage.all(beforeMs ?? Number.MAX_SAFE_INTEGER, limit).map(recordOf),
    listWith: (address: string, limit: number): readonly CallRecord[] =>
      selectByAddress.all(address, address, limit).map(recordOf).toReversed()
  }
}

const isAddress = (text: string | null): text is string => text !== null && text !== ''
const known = ({ id, facts }: CallRow): KnownCall => ({ id, facts: JSON.parse(facts) })
const recordOf = (row: CallRow): CallRecord => deriveCall(row.id, known(row).facts)
