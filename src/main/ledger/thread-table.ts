import type { MessageRecord, ThreadMarks, ThreadRecord } from '../core/messages/index.ts'
import type { Database } from './open-database.ts'

interface ThreadRow {
  readonly id: string
  readonly line: string
  readonly other_address: string
  readonly unread_count: number
  readonly is_muted: number
  readonly is_archived: number
}

/**
 * Threads with how much of each is unread. What counts is when a message came, not when it was sent: one that comes late, after
 * its thread was read, is unread.
 */
export function createThreadTable(
  database: Database,
  lastIn: (threadId: string) => MessageRecord | undefined
) {
  const insert = database.prepare(
    `INSERT INTO threads (id, line, other_address, last_at_ms, unread_count) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT (id) DO NOTHING`
  )
  const refresh = database.prepare(
    `UPDATE threads SET
       last_at_ms = coalesce((SELECT max(at_ms) FROM messages WHERE thread_id = threads.id), last_at_ms),
       unread_count = (SELECT count(*) FROM messages WHERE thread_id = threads.id AND is_unread = 1),
       is_archived = is_archived AND (is_muted OR NOT ?)
     WHERE id = ?`
  )
  const removeEmpty = database.prepare(
    'DELETE FROM threads WHERE id = ? AND NOT EXISTS (SELECT 1 FROM messages WHERE thread_id = threads.id)'
  )
  const markRead = database.prepare('UPDATE messages SET is_unread = 0 WHERE thread_id = ? AND is_unread = 1')
  const markUnread = database.prepare(
    `UPDATE messages SET is_unread = 1
     WHERE id = (SELECT id FROM messages WHERE thread_id = ? ORDER BY at_ms DESC, id DESC LIMIT 1)`
  )
  const setMarks = database.prepare(
    'UPDATE threads SET is_muted = coalesce(?, is_muted), is_archived = coalesce(?, is_archived) WHERE id = ?'
  )
  const columns = 'id, line, other_address, unread_count, is_muted, is_archived'
  const select = database.prepare<[string], ThreadRow>(`SELECT ${columns} FROM threads WHERE id = ?`)
  const selectAll = database.prepare<[], ThreadRow>(
    `SELECT ${columns} FROM threads ORDER BY last_at_ms DESC, id`
  )
  const countUnread = database
    .prepare<[], number>('SELECT coalesce(sum(unread_count), 0) FROM threads WHERE is_muted = 0')
    .pluck()

  function threadOf(row: ThreadRow): readonly ThreadRecord[] {
    const lastMessage = lastIn(row.id)
    if (lastMessage === undefined) return []
    const { id, line, other_address: otherAddress, unread_count: unreadCount } = row
    const [isMuted, isArchived] = [row.is_muted === 1, row.is_archived === 1]
    return [{ id, line, otherAddress, lastMessage, unreadCount, isMuted, isArchived }]
  }

  const get = (id: string): ThreadRecord | null => select.all(id).flatMap(threadOf)[0] ?? null

  return {
    get,
    /** Makes sure that the message's thread is there. */
    ensure: ({ threadId, line, otherAddress, atMs }: MessageRecord): void =>
      void insert.run(threadId, line, otherAddress, atMs),
    /** To be called when its messages changed. With news it comes out of the archive, unless it is muted; without messages it goes. */
    refresh(id: string, hasNews: boolean): void {
      refresh.run(hasNews ? 1 : 0, id)
      removeEmpty.run(id)
    },
    /** Newest first. */
    list: (): readonly ThreadRecord[] => selectAll.all().flatMap(threadOf),
    /** Of all threads together, without those that are muted. */
    countUnread: (): number => countUnread.get() ?? 0,
    /** As unread it counts one message at least, its last one. */
    mark: (id: string, { isRead, isMuted, isArchived }: ThreadMarks): ThreadRecord | null => {
      if (isRead === true) markRead.run(id)
      if (isRead === false && select.get(id)?.unread_count === 0) markUnread.run(id)
      setMarks.run(toColumn(isMuted), toColumn(isArchived), id)
      refresh.run(0, id)
      return get(id)
    }
  }
}

const toColumn = (is: boolean | undefined): number | null => (is === undefined ? null : Number(is))
