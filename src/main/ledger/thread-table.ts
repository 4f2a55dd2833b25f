import type { MessageRecord, ThreadRecord } from '../core/messages/index.ts'
import type { Database } from './open-database.ts'

interface ThreadRow {
  readonly id: string
  readonly line: string
  readonly other_address: string
  readonly last_at_ms: number
  readonly unread_count: number
}

/**
 * Threads with how much of each is unread. What counts is when a message came, not when it was sent: one that comes late, after
 * its thread was read, is unread.
 */
export function createThreadTable(
  database: Database,
  lastIn: (threadId: string) => MessageRecord | undefined
) {
  const touch = database.prepare(
    `INSERT INTO threads (id, line, other_address, last_at_ms, unread_count) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET last_at_ms = max(last_at_ms, excluded.last_at_ms),
       unread_count = unread_count + excluded.unread_count`
  )
  const markRead = database.prepare('UPDATE threads SET unread_count = 0 WHERE id = ?')
  const columns = 'id, line, other_address, last_at_ms, unread_count'
  const select = database.prepare<[string], ThreadRow>(`SELECT ${columns} FROM threads WHERE id = ?`)
  const selectAll = database.prepare<[], ThreadRow>(
    `SELECT ${columns} FROM threads ORDER BY last_at_ms DESC, id`
  )

  const threadOf = (row: ThreadRow, lastMessage = lastIn(row.id)): readonly ThreadRecord[] =>
    lastMessage === undefined
      ? []
      : [
          {
            id: row.id,
            line: row.line,
            otherAddress: row.other_address,
            lastMessage,
            unreadCount: row.unread_count
          }
        ]

  return {
    /** Makes sure that the message's thread is there and knows of it. */
    touch({ threadId, line, otherAddress, atMs }: MessageRecord, isUnread: boolean): void {
      touch.run(threadId, line, otherAddress, atMs, isUnread ? 1 : 0)
    },
    /** The thread of a message, which needs no look for its last one where that is this new one. */
    of(message: MessageRecord, isNew: boolean): ThreadRecord {
      const row = select.get(message.threadId)
      const isLast = isNew && message.atMs === row?.last_at_ms
      const [thread] = row === undefined ? [] : threadOf(row, isLast ? message : undefined)
      if (thread === undefined) throw new Error('A message has no thread')
      return thread
    },
    /** Newest first. */
    list: (): readonly ThreadRecord[] => selectAll.all().flatMap((row) => threadOf(row)),
    markRead: (id: string): ThreadRecord | null => {
      markRead.run(id)
      const row = select.get(id)
      return row === undefined ? null : (threadOf(row)[0] ?? null)
    }
  }
}
