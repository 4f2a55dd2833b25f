import { useEffect } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import { useBridge } from '../../bridge/index.ts'
import { useIsLookedAt } from '../../ui/index.ts'

/** The contract's most at once; the rest follows as these come back read. */
const mostAtOnce = 500

/** Marks the calls that stand open as read, but only while the window is looked at. */
export function useMarkCallsRead(openCalls: readonly Call[]): void {
  const bridge = useBridge()
  const isLookedAt = useIsLookedAt()
  const unread = openCalls
    .filter(({ isUnread }) => isUnread)
    .slice(0, mostAtOnce)
    .map(({ id }) => id)
    .join('\n')
  useEffect(() => {
    if (!isLookedAt || unread === '') return
    // A call that stays unread for want of a connection is marked at the next look.
    bridge.request('calls:mark-read', { callIds: unread.split('\n') }).catch(() => {})
  }, [bridge, isLookedAt, unread])
}
