import { useEffect, useRef } from 'react'
import type { Thread } from '../../../shared/domain/message.ts'
import { useBridge } from '../../bridge/index.ts'
import { useIsLookedAt } from '../../ui/index.ts'
import { threadsToMark } from './threads-to-mark.ts'

/** Marks the threads that stand open as read, but only while the window is looked at. */
export function useMarkRead(openThreads: readonly Thread[]): void {
  const bridge = useBridge()
  const isLookedAt = useIsLookedAt()
  const lastRead = useRef<ReadonlyMap<string, string>>(new Map())
  const standing = openThreads.map(({ id, unreadCount, lastMessage }) => [id, unreadCount, lastMessage.id])
  useEffect(() => {
    if (!isLookedAt) return
    const { toMark, read } = threadsToMark(openThreads, lastRead.current)
    lastRead.current = read
    for (const threadId of toMark) {
      // A message that stays unread for want of a connection is marked at the next look.
      bridge.request('messages:mark-thread', { threadId, isRead: true }).catch(() => {})
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what counts of the threads, not which array holds them
  }, [bridge, isLookedAt, JSON.stringify(standing)])
}
