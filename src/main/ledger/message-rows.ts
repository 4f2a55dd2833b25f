import {
  deriveMessage,
  isLoose,
  type KnownMessage,
  type MessageFact,
  type MessageRecord
} from '../core/messages/index.ts'
import type { Database } from './open-database.ts'

export interface MessageRow {
  readonly id: string
  readonly facts: string
  readonly is_unread: number
}

export interface StoredMessage extends KnownMessage {
  readonly isUnread: boolean
}

/** What every query of messages selects, to be read by `storedOf` or `recordsOf`. */
export const selectMessages = 'SELECT id, facts, is_unread FROM messages'

export const storedOf = ({ id, facts, is_unread }: MessageRow): StoredMessage => ({
  id,
  facts: JSON.parse(facts),
  isUnread: is_unread === 1
})

export const recordOf = ({ id, facts }: KnownMessage): MessageRecord | null => deriveMessage(id, facts)

/** The messages of rows that can be shown, in the order of the rows. */
export const recordsOf = (rows: readonly MessageRow[]): readonly MessageRecord[] =>
  rows.map((row) => recordOf(storedOf(row))).filter((record) => record !== null)

/** Messages as the facts they are derived from; the other columns only find them. */
export function createMessageRows(database: Database) {
  const upsert = database.prepare(
    `INSERT INTO messages (id, thread_id, other_address, at_ms, is_unread, is_loose, facts) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET thread_id = excluded.thread_id, other_address = excluded.other_address,
       at_ms = excluded.at_ms, is_unread = excluded.is_unread, is_loose = excluded.is_loose, facts = excluded.facts`
  )
  const remove = database.prepare('DELETE FROM messages WHERE id = ?')
  const insertId = database.prepare(
    'INSERT OR IGNORE INTO message_ids (voice360_id, message_id) VALUES (?, ?)'
  )
  const removeId = database.prepare('DELETE FROM message_ids WHERE voice360_id = ? AND message_id = ?')

  function setIds(id: string, before: ReadonlySet<string>, after: ReadonlySet<string>): void {
    for (const gone of before) if (!after.has(gone)) removeId.run(gone, id)
    for (const added of after) if (!before.has(added)) insertId.run(added, id)
  }

  return {
    /** Writes a message in the place of what it was before. Its thread must be there. */
    save({ id, facts, isUnread }: StoredMessage, before: KnownMessage | undefined): void {
      const record = deriveMessage(id, facts)
      const loose = record !== null && isLoose(facts)
      upsert.run(
        id,
        record?.threadId ?? null,
        record?.otherAddress ?? null,
        record?.atMs ?? facts[0]?.atMs ?? 0,
        isUnread ? 1 : 0,
        loose ? 1 : 0,
        JSON.stringify(facts)
      )
      setIds(id, idsOf(before?.facts), idsOf(facts))
    },
    remove({ id, facts }: KnownMessage): void {
      setIds(id, idsOf(facts), new Set())
      remove.run(id)
    }
  }
}

const idsOf = (facts: readonly MessageFact[] = []): ReadonlySet<string> =>
  new Set(facts.flatMap(({ messageId }) => messageId ?? []))
