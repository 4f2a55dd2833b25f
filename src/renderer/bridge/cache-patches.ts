import type { Call } from '../../shared/domain/call.ts'
import type { Doors } from '../../shared/domain/history.ts'
import type { Draft, Thread } from '../../shared/domain/message.ts'
import { sorted } from '../sorted.ts'

/** Whether a call came by a queue or a line that is not among `doors`. */
export const isNewDoor = (doors: Doors, { queueName, line }: Call): boolean =>
  (queueName !== null && !doors.queueNames.includes(queueName)) ||
  (line !== null && !doors.lines.some(({ address }) => address === line.address))

/** `thread` in its place among the threads, last written first. */
export function withThread(threads: readonly Thread[], thread: Thread): readonly Thread[] {
  const others = threads.filter(({ id }) => id !== thread.id)
  return sorted([...others, thread], (a, b) => b.lastMessage.atMs - a.lastMessage.atMs)
}

/** The drafts with `draft` instead of the one to the same address; one without words is none. */
export const withDraft = (drafts: readonly Draft[], draft: Draft): readonly Draft[] => [
  ...drafts.filter(({ address }) => address !== draft.address),
  ...(draft.body === '' ? [] : [draft])
]

/** The address of the other end of a thread. */
export const otherAddressOf = (threadId: string): string => threadId.slice(threadId.indexOf('|') + 1)
