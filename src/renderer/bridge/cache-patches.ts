import type { Call } from '../../shared/domain/call.ts'
import type { Message, Thread } from '../../shared/domain/message.ts'
import type { TimelineEntry } from '../../shared/domain/timeline.ts'
import { sorted } from '../sorted.ts'

/** Pages as the infinite query keeps them. */
export interface Pages<T> {
  readonly pages: readonly (readonly T[])[]
  readonly pageParams: readonly (number | null)[]
}

/** `call` in its place: where it was, or by its start among the newest page's, newest first. */
export function withCall(calls: Pages<Call>, call: Call): Pages<Call> {
  const isKnown = calls.pages.some((page) => page.some(({ id }) => id === call.id))
  if (isKnown) {
    return { ...calls, pages: calls.pages.map((page) => page.map((it) => (it.id === call.id ? call : it))) }
  }
  const [newest = [], ...older] = calls.pages
  const firstPage = sorted([...newest, call], (a, b) => b.startedAtMs - a.startedAtMs)
  return { ...calls, pages: [firstPage, ...older] }
}

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

/** What tells one timeline entry from every other. */
export const entryId = (entry: TimelineEntry): string =>
  entry.kind === 'call' ? `call ${entry.call.id}` : `message ${entry.message.id}`

/** The address of the other end of the thread that `message` belongs to. */
export const otherAddressOf = (message: Message): string =>
  message.threadId.slice(message.threadId.indexOf('|') + 1)
