import type { Call } from '../../shared/domain/call.ts'
import type { Doors } from '../../shared/domain/history.ts'
import type { Message, Thread } from '../../shared/domain/message.ts'
import type { TimelineEntry } from '../../shared/domain/timeline.ts'
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

/** `entry` in its place in the timeline, oldest first. */
export function withEntry(
  timeline: readonly TimelineEntry[],
  entry: TimelineEntry
): readonly TimelineEntry[] {
  const id = entryId(entry)
  const others = timeline.filter((it) => entryId(it) !== id)
  return sorted([...others, entry], (a, b) => a.atMs - b.atMs)
}

/** The timeline without the entry of that id; the same one where there is none. */
export const withoutEntry = (timeline: readonly TimelineEntry[], id: string): readonly TimelineEntry[] =>
  timeline.some((it) => entryId(it) === id) ? timeline.filter((it) => entryId(it) !== id) : timeline

/** What tells one timeline entry from every other. */
export function entryId(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'call':
      return callEntryId(entry.call.id)
    case 'message':
      return `message ${entry.message.id}`
    case 'note':
      return noteEntryId(entry.note.id)
    case 'gap':
      return `gap ${entry.gap.fromMs}`
  }
}

export const callEntryId = (callId: string): string => `call ${callId}`
export const noteEntryId = (noteId: string): string => `note ${noteId}`

/** The address of the other end of the thread that `message` belongs to. */
export const otherAddressOf = (message: Message): string =>
  message.threadId.slice(message.threadId.indexOf('|') + 1)
