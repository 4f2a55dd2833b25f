import type { Draft, ScheduledMessage, Thread } from '../../../shared/domain/message.ts'
import type { FoundText } from '../../../shared/domain/search.ts'
import { filterRows } from '../../ui-state/index.ts'

export const threadFilters = ['inbox', 'unread', 'archived'] as const
/** Which threads are listed. */
export type ThreadFilter = (typeof threadFilters)[number]

/** A thread with what waits in it. */
export interface ListedThread {
  readonly kind: 'thread'
  readonly id: string
  readonly thread: Thread
  readonly draft: string | null
  readonly scheduledCount: number
  /** Whether one of the scheduled messages waits for the user. */
  readonly isHeld: boolean
}

/** One row of the list: a thread, the heading of what was found, or a message that was found. */
export type ThreadListRow =
  | ListedThread
  | { readonly kind: 'heading'; readonly id: 'heading' }
  | { readonly kind: 'found'; readonly id: string; readonly found: FoundText }

/**
 * The threads that a filter lets through; while something is looked for, the archived ones too. The selected one stays, though it
 * may just have been read.
 */
export function filterThreads(
  threads: readonly ListedThread[],
  filter: ThreadFilter,
  text: string,
  selectedId: string | null
): readonly ListedThread[] {
  const isSought = text.trim() !== ''
  const passes: Readonly<Record<ThreadFilter, (thread: Thread) => boolean>> = {
    inbox: ({ isArchived }) => isSought || !isArchived,
    unread: ({ id, unreadCount, isArchived }) => !isArchived && (unreadCount > 0 || id === selectedId),
    archived: ({ isArchived }) => isArchived
  }
  const passing = threads.filter(({ thread }) => passes[filter](thread))
  return filterRows(passing, text, ({ thread }) => thread.other)
}

/** `threads`, each with its draft and what is scheduled in it; a draft without a line belongs to the newest thread of its number. */
export function listThreads(
  threads: readonly Thread[],
  drafts: readonly Draft[],
  scheduled: readonly ScheduledMessage[]
): readonly ListedThread[] {
  const draftOf = new Map<string, string>()
  for (const { address, line, body } of drafts) {
    const theirs = threads.filter(({ other }) => other.address === address)
    const thread = theirs.find((it) => it.line.address === line) ?? theirs[0]
    if (thread && body.trim() !== '') draftOf.set(thread.id, body)
  }
  return threads.map((thread) => {
    const waiting = scheduled.filter(
      ({ line, other }) => line === thread.line.address && other.address === thread.other.address
    )
    return {
      kind: 'thread',
      id: thread.id,
      thread,
      draft: draftOf.get(thread.id) ?? null,
      scheduledCount: waiting.length,
      isHeld: waiting.some(({ heldBecause }) => heldBecause !== null)
    }
  })
}

/** The rows of the list: the threads, then the messages whose words were found. */
export const rowsOf = (
  threads: readonly ListedThread[],
  texts: readonly FoundText[]
): readonly ThreadListRow[] => {
  const messages = texts.filter(({ kind }) => kind === 'message')
  if (messages.length === 0) return threads
  return [
    ...threads,
    { kind: 'heading', id: 'heading' },
    ...messages.map((found): ThreadListRow => ({ kind: 'found', id: `found ${found.id}`, found }))
  ]
}
