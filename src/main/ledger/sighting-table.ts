import { eventNames } from '../../shared/domain/event-name.ts'
import type { WebhookSighting } from '../core/ports.ts'
import { type EventEnvelope, rereadEvent } from '../core/webhooks/index.ts'
import type { EventTable } from './event-table.ts'
import type { Database } from './open-database.ts'

/** Names beyond these are forgotten, those that were seen longest ago first: anyone who knows the address can invent some. */
const mostNames = 300

interface SightingRow extends Omit<WebhookSighting, 'notUnderstood' | 'fields'> {
  readonly lastSeq: number | null
}

interface Seen {
  count: number
  /** Of the last that was not there before; null where there was none. */
  seq: number | null
  event: SeenEvent
}

type SeenEvent = Pick<EventEnvelope, 'name' | 'receivedAtMs' | 'method' | 'accountId' | 'tokenId'>

/** What each webhook, known by the name of its events, last showed. A batch is counted at once, by `write`, before it ends. */
export function createSightingTable(database: Database) {
  const upsert = database.prepare(
    `INSERT INTO webhook_sightings (name, count, last_at_ms, last_seq, method, account_id, token_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET count = count + excluded.count, last_at_ms = excluded.last_at_ms,
       last_seq = COALESCE(excluded.last_seq, last_seq), method = excluded.method, account_id = excluded.account_id,
       token_id = excluded.token_id`
  )
  const select = database.prepare<[], SightingRow>(
    `SELECT name, count, last_at_ms AS lastAtMs, last_seq AS lastSeq, method, account_id AS accountId, token_id AS tokenId
     FROM webhook_sightings ORDER BY last_at_ms DESC, name`
  )
  const count = database.prepare<[], { readonly count: number }>(
    'SELECT count(*) AS count FROM webhook_sightings'
  )
  const known = eventNames.map((name) => `'${name}'`).join(', ')
  const removeOldest = database.prepare(
    `DELETE FROM webhook_sightings WHERE name IN (
       SELECT name FROM webhook_sightings WHERE name NOT IN (${known}) ORDER BY last_at_ms, last_seq, name LIMIT ?)`
  )
  let seen = new Map<string, Seen>()

  return {
    /** `seq` is null for an event that was there before. */
    see(event: SeenEvent, seq: number | null): void {
      const before = seen.get(event.name)
      if (before === undefined) {
        seen.set(event.name, { count: 1, seq, event })
        return
      }
      before.count += 1
      before.seq = seq ?? before.seq
      before.event = event
    },
    /** Writes what was seen since the last time. */
    write(): void {
      if (seen.size === 0) return
      for (const { count: more, seq, event } of seen.values()) {
        const { name, receivedAtMs, method, accountId, tokenId } = event
        upsert.run(name, more, receivedAtMs, seq, method, accountId, tokenId)
      }
      seen = new Map()
      const tooMany = (count.get()?.count ?? 0) - mostNames
      if (tooMany > 0) removeOldest.run(tooMany)
    },
    /** Forgets what was seen since the last time: it was not stored. */
    discard(): void {
      if (seen.size > 0) seen = new Map()
    },
    /** The one seen last first. */
    list: (events: Pick<EventTable, 'get'>): readonly WebhookSighting[] =>
      select.all().map(({ lastSeq, ...sighting }) => {
        const last = lastSeq === null ? null : events.get(lastSeq)
        const fields = last === null ? [] : Object.keys(rereadEvent(last)?.metadata ?? {})
        return { ...sighting, notUnderstood: last?.notUnderstood ?? null, fields }
      })
  }
}

export type SightingTable = ReturnType<typeof createSightingTable>
