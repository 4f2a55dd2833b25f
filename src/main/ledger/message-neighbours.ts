import { threadIdOf } from '../../shared/domain/message.ts'
import { type MessageFact, receiptSpanMs } from '../core/messages/index.ts'
import { type MessageRow, recordOf, type StoredMessage, storedOf } from './message-rows.ts'
import type { Database } from './open-database.ts'

interface NearRow extends MessageRow {
  readonly at_ms: number
}

/**
 * So many on either side in one thread, each within hours of the next, can be mistaken for each other. Where there are more, a
 * receipt without a known id may stay with a message of its own.
 */
const mostOnASide = 48
const mostNeighbours = 160
/** Whatever a receipt is matched with is no further from its message than the span; so two that matter to each other are within three. */
const longestPauseMs = 3 * receiptSpanMs

/**
 * Finds the messages that a fact can have to do with: those of its intent and of Voice360's id, those of the same time, which may say
 * the same, and, if it was sent, those sent in the same thread whose receipts were matched by numbers, text and time.
 */
export function createMessageNeighbours(database: Database) {
  const columns = 'id, facts, is_unread, at_ms'
  const selectById = database.prepare<[string], NearRow>(`SELECT ${columns} FROM messages WHERE id = ?`)
  const selectByVoice360Id = database.prepare<[string], NearRow>(
    `SELECT ${columns} FROM messages WHERE id IN (SELECT message_id FROM message_ids WHERE voice360_id = ?)`
  )
  const selectAt = database.prepare<[string, number, number], NearRow>(
    `SELECT ${columns} FROM messages WHERE thread_id = ? AND at_ms = ? LIMIT ?`
  )
  const selectBefore = database.prepare<[string, number, number], NearRow>(
    `SELECT ${columns} FROM messages WHERE thread_id = ? AND is_loose = 1 AND at_ms <= ? ORDER BY at_ms DESC LIMIT ?`
  )
  const selectAfter = database.prepare<[string, number, number], NearRow>(
    `SELECT ${columns} FROM messages WHERE thread_id = ? AND is_loose = 1 AND at_ms > ? ORDER BY at_ms LIMIT ?`
  )

  /** Those before and after a time up to the first long pause. */
  const looseAround = (threadId: string, atMs: number): readonly NearRow[] => [
    ...untilPause(atMs, selectBefore.all(threadId, atMs, mostOnASide)),
    ...untilPause(atMs, selectAfter.all(threadId, atMs, mostOnASide))
  ]

  return (fact: MessageFact): readonly StoredMessage[] => {
    const found = new Map<string, StoredMessage>()
    const looked = new Set<string>()
    const walked: { readonly threadId: string; readonly fromMs: number; readonly toMs: number }[] = []

    function take(row: NearRow): void {
      if (found.has(row.id) || found.size >= mostNeighbours) return
      const message = storedOf(row)
      found.set(row.id, message)
      for (const told of message.facts) look(told)
      const record = recordOf(message)
      if (record?.direction === 'out') walk(record.threadId, record.atMs)
    }

    function look({ messageId, atMs, ...told }: MessageFact): void {
      const threadId = threadOf(told)
      if (messageId !== null && isNew(messageId)) selectByVoice360Id.all(messageId).forEach(take)
      if (threadId !== null && isNew(`${threadId} ${atMs}`))
        selectAt.all(threadId, atMs, mostOnASide).forEach(take)
    }

    const isNew = (place: string): boolean => !looked.has(place) && looked.add(place).size > 0

    function walk(threadId: string, atMs: number): void {
      const isDone = walked.some((it) => it.threadId === threadId && it.fromMs <= atMs && atMs <= it.toMs)
      if (isDone) return
      const rows = looseAround(threadId, atMs)
      const times = [atMs, ...rows.map((row) => row.at_ms)]
      walked.push({ threadId, fromMs: Math.min(...times), toMs: Math.max(...times) })
      rows.forEach(take)
    }

    if (fact.intentId !== null) selectById.all(fact.intentId).forEach(take)
    look(fact)
    const threadId = threadOf(fact)
    if (threadId !== null && fact.kind !== 'received') walk(threadId, fact.atMs)
    return [...found.values()]
  }
}

function threadOf({ kind, from, to }: Pick<MessageFact, 'kind' | 'from' | 'to'>): string | null {
  if (from === null || to === null) return null
  return kind === 'received' ? threadIdOf(to, from) : threadIdOf(from, to)
}

function untilPause(fromMs: number, rows: readonly NearRow[]): readonly NearRow[] {
  const end = rows.findIndex(
    ({ at_ms }, index) => Math.abs(at_ms - (rows[index - 1]?.at_ms ?? fromMs)) > longestPauseMs
  )
  return end === -1 ? rows : rows.slice(0, end)
}
