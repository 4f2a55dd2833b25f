import type { Thread } from '../../../shared/domain/message.ts'

/** Up to which message each open thread was seen read, by the thread's id. */
type LastRead = ReadonlyMap<string, string>

/**
 * Which of the open threads are to be marked as read. One that was read and is unread again without another message was marked
 * so by the user, who wants it to stay that way.
 */
export function threadsToMark(
  threads: readonly Thread[],
  lastRead: LastRead
): { readonly toMark: readonly string[]; readonly read: LastRead } {
  const read = new Map(lastRead)
  const toMark: string[] = []
  for (const { id, unreadCount, lastMessage } of threads) {
    if (unreadCount === 0) read.set(id, lastMessage.id)
    else if (read.get(id) !== lastMessage.id) toMark.push(id)
  }
  return { toMark, read }
}
