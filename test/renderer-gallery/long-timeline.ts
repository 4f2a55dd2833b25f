import { type Message, threadIdOf } from '../../src/shared/domain/message.ts'
import type { TimelineEntry } from '../../src/shared/domain/timeline.ts'
import { anna, number, supportLine } from '../fakes/sample-office.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'

const minuteMs = 60_000
export const longThreadId = threadIdOf(supportLine.address, anna.address)

const sentences = [
  'Yes.',
  'Is my order ready? I could come by at two, or a little later if the traffic is as bad as it was.',
  'The heating in the stairwell of the second building has been making that noise again since about five this morning; could someone please come today? The neighbours on the third floor have started to complain too.',
  'See you then!\nAnd bring the papers, please.\nAll of them.',
  'Talk on Monday.'
]

/** Message number `index` of as many, the last at `nowMs`. */
export function longMessage(nowMs: number, count: number, index: number): Message {
  const isOwn = index % 3 === 0
  return {
    id: `long-${index}`,
    threadId: longThreadId,
    direction: isOwn ? 'out' : 'in',
    body: `${index} ${sentences[index % sentences.length] ?? ''}`,
    atMs: nowMs - (count - index) * 7 * minuteMs,
    state: isOwn ? 'delivered' : 'received',
    reason: null
  }
}

/** A thread of that many messages, read page by page as the real ledger would answer. */
export function longTimelineAnswers(nowMs: number, count: number): Partial<Answers> {
  const entryAt = (index: number): TimelineEntry => {
    const message = longMessage(nowMs, count, index)
    return { kind: 'message', atMs: message.atMs, message }
  }
  return {
    'popup:list-cards': () => [],
    'messages:list-threads': () => [
      {
        id: longThreadId,
        line: number(supportLine.address, supportLine.friendlyName),
        other: anna,
        lastMessage: longMessage(nowMs, count, count - 1),
        unreadCount: 0,
        isMuted: false,
        isArchived: false
      }
    ],
    'calls:get-timeline': ({ before, limit }) => {
      const end = before === null ? count : Number(before.id.slice('long-'.length))
      const start = Math.max(0, end - limit)
      const entries = Array.from({ length: end - start }, (_, at) => entryAt(start + at))
      const [first] = entries
      return {
        entries,
        earlier: start > 0 && first ? { atMs: first.atMs, kind: 'message', id: `long-${start}` } : null
      }
    }
  }
}
