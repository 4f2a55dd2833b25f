import type { Thread } from '../../../shared/domain/message.ts'
import type { RequestArgs } from '../../../shared/ipc/contract.ts'
import { t } from '../../text/text.ts'
import { nameOf } from '../../ui/index.ts'

/** What can be done with a thread in the list, by its menu or its key. */
export const threadActions = ['read', 'mute', 'archive'] as const
export type ThreadAction = (typeof threadActions)[number]

/** The key of each action, as the keyboard names it and as the menu shows it. */
export const keyOf = { read: 'U', mute: 'M', archive: 'E' } as const satisfies Record<ThreadAction, string>

export const actionOfKey = (key: string): ThreadAction | undefined =>
  threadActions.find((action) => keyOf[action] === key.toUpperCase())

type Marks = Omit<RequestArgs<'messages:mark-thread'>, 'threadId'>

/** What an action sets: the opposite of what is. */
export function marksOf(thread: Thread, action: ThreadAction): Marks {
  switch (action) {
    case 'read':
      return { isRead: thread.unreadCount > 0 }
    case 'mute':
      return { isMuted: !thread.isMuted }
    case 'archive':
      return { isArchived: !thread.isArchived }
  }
}

/** What an action is called, for a thread as it stands. */
export function wordOf(thread: Thread, action: ThreadAction): string {
  switch (action) {
    case 'read':
      return t(thread.unreadCount > 0 ? 'threads.markRead' : 'threads.markUnread')
    case 'mute':
      return t(thread.isMuted ? 'threads.unmute' : 'threads.mute')
    case 'archive':
      return t(thread.isArchived ? 'threads.unarchive' : 'threads.archive')
  }
}

/** What became of a thread that stood so before the action. */
export function newsOf(before: Thread, action: ThreadAction): string {
  const name = nameOf(before.other)
  switch (action) {
    case 'read':
      return t(before.unreadCount > 0 ? 'threads.wasMarkedRead' : 'threads.wasMarkedUnread', { name })
    case 'mute':
      return t(before.isMuted ? 'threads.wasUnmuted' : 'threads.wasMuted', { name })
    case 'archive':
      return t(before.isArchived ? 'threads.wasUnarchived' : 'threads.wasArchived', { name })
  }
}
