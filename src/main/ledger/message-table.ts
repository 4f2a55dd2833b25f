import { threadIdOf } from '../../shared/domain/message.ts'
import {
  correlateMessage,
  deriveMessage,
  type KnownMessage,
  type MessageFact,
  type MessageRecord,
  receiptSpanMs,
  type ThreadRecord
} from '../core/messages/index.ts'
import type { Page } from '../core/ports.ts'
import type { Database } from './open-database.ts'
import { createThreadTable } from './thread-table.ts'

interface MessageRow {
  readonly id: string
  readonly facts: string
}

export interface MessageChange {
  readonly message: MessageRecord
  readonly thread: ThreadRecord
}

export interface TakenMessage extends KnownMessage {
  readonly otherAddress: string
}

/** Messages, as the facts they are derived from; the other columns only find them. */
export function createMessageTable(database: Database) {
  const selectById = database.prepare<[string], MessageRow>('SELECT id, facts FROM messages WHERE id = ?')
  const selectByVoice360Id = database.prepare<[string], MessageRow>(
    'SELECT id, facts FROM messages WHERE id IN (SELECT message_id FROM message_ids WHERE voice360_id = ?)'
  )
  const selectNear = database.prepare<[string, number, number], MessageRow>(
    'SELECT id, facts FROM messages WHERE thread_id = ? AND at_ms BETWEEN ? AND ? ORDER BY at_ms LIMIT 100'
  )
  const upsert = database.prepare(
    `INSERT INTO messages (id, thread_id, at_ms, facts) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET thread_id = excluded.thread_id, at_ms = excluded.at_ms, facts = excluded.facts`
  )
  const insertId = database.prepare(
    'INSERT OR IGNORE INTO message_ids (voice360_id, message_id) VALUES (?, ?)'
  )
  const newestFirst = 'AND at_ms < ? ORDER BY at_ms DESC, rowid DESC LIMIT ?'
  const selectPage = database.prepare<[string, number, number], MessageRow>(
    `SELECT id, facts FROM messages WHERE thread_id = ? ${newestFirst}`
  )
  const selectByAddress = database.prepare<[string, number, number], MessageRow>(
    `SELECT id, facts FROM messages
     WHERE thread_id IN (SELECT id FROM threads WHERE other_address = ?) ${newestFirst}`
  )
  const selectOld = database.prepare<[number, number], MessageRow>(
    'SELECT id, facts FROM messages WHERE at_ms < ? ORDER BY at_ms LIMIT ?'
  )
  const selectAllWith = database.prepare<[string], MessageRow>(
    'SELECT id, facts FROM messages WHERE thread_id IN (SELECT id FROM threads WHERE other_address = ?)'
  )
  const removeIds = database.prepare('DELETE FROM message_ids WHERE voice360_id = ? AND message_id = ?')
  const remove = database.prepare('DELETE FROM messages WHERE id = ?')
  const removeEmptyThreads = database.prepare(
    'DELETE FROM threads WHERE NOT EXISTS (SELECT 1 FROM messages WHERE thread_id = threads.id)'
  )

  /** Deletes these, and answers what they were. */
  function take(rows: readonly MessageRow[]): readonly TakenMessage[] {
    const taken = rows.map((row) => {
      const { id, facts } = known(row)
      return { id, facts, otherAddress: deriveMessage(id, facts)?.otherAddress ?? '' }
    })
    for (const { id, facts } of taken) {
      for (const { messageId } of facts) if (messageId !== null) removeIds.run(messageId, id)
      remove.run(id)
    }
    if (taken.length > 0) removeEmptyThreads.run()
    return taken
  }

  const lastIn = (threadId: string): MessageRecord | undefined =>
    selectPage.all(threadId, Number.MAX_SAFE_INTEGER, 1).flatMap(shown)[0]
  const threads = createThreadTable(database, lastIn)

  function candidatesFor(fact: MessageFact): readonly KnownMessage[] {
    const own = fact.intentId === null ? undefined : selectById.get(fact.intentId)
    if (own !== undefined) return [known(own)]
    const same = fact.messageId === null ? [] : selectByVoice360Id.all(fact.messageId)
    const { from, to, kind, atMs } = fact
    const near =
      from === null || to === null || kind === 'received'
        ? []
        : selectNear.all(threadIdOf(from, to), atMs - receiptSpanMs, atMs + receiptSpanMs)
    return [...same, ...near].map(known)
  }

  return {
    /** Adds a fact to the message it belongs to, or to a new one of `newId`; null while the message cannot be shown yet. */
    add(fact: MessageFact, newId: string): MessageChange | null {
      const before = correlateMessage(fact, candidatesFor(fact))
      const id = before?.id ?? newId
      const facts = [...(before?.facts ?? []), fact]
      const message = deriveMessage(id, facts)
      const isNew = message !== null && (before === null || deriveMessage(id, before.facts) === null)
      if (message !== null) threads.touch(message, isNew && message.direction === 'in')
      upsert.run(id, message?.threadId ?? null, message?.atMs ?? fact.atMs, JSON.stringify(facts))
      if (fact.messageId !== null) insertId.run(fact.messageId, id)
      return message === null ? null : { message, thread: threads.of(message, isNew) }
    },
    get: (id: string): MessageRecord | null => {
      const row = selectById.get(id)
      return row === undefined ? null : deriveMessage(id, known(row).facts)
    },
    /** Oldest first. */
    list: (threadId: string, { beforeMs, limit }: Page): readonly MessageRecord[] =>
      selectPage
        .all(threadId, beforeMs ?? Number.MAX_SAFE_INTEGER, limit)
        .flatMap(shown)
        .toReversed(),
    /** Oldest first. */
    listWith: (address: string, limit: number): readonly MessageRecord[] =>
      selectByAddress.all(address, Number.MAX_SAFE_INTEGER, limit).flatMap(shown).toReversed(),
    takeWith: (address: string): readonly TakenMessage[] => take(selectAllWith.all(address)),
    takeOld: (beforeMs: number, limit: number): readonly TakenMessage[] =>
      take(selectOld.all(beforeMs, limit)),
    listThreads: threads.list,
    markThreadRead: threads.markRead
  }
}

const known = ({ id, facts }: MessageRow): KnownMessage => ({ id, facts: JSON.parse(facts) })
const shown = (row: MessageRow): readonly MessageRecord[] => {
  const record = deriveMessage(row.id, known(row).facts)
  return record === null ? [] : [record]
}
