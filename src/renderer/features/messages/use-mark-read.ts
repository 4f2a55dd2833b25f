import { useEffect } from 'react'
import type { Thread } from '../../../shared/domain/message.ts'
import { useBridge } from '../../bridge/index.ts'
import { useIsLookedAt } from '../../ui/index.ts'

/** Marks the threads that stand open as read, but only while the window is looked at. */
export function useMarkRead(openThreads: readonly Thread[]): void {
  const bridge = useBridge()
  const isLookedAt = useIsLookedAt()
  const unread = openThreads
    .filter(({ unreadCount }) => unreadCount > 0)
    .map(({ id }) => id)
    .join('\n')
  useEffect(() => {
    if (!isLookedAt || unread === '') return
    for (const threadId of unread.split('\n')) {
      // A message that stays unread for want of a connection is marked at the next look.
      bridge.request('messages:mark-thread-read', { threadId }).catch(() => {})
    }
  }, [bridge, isLookedAt, unread])
}
