import type { Call } from '../../../shared/domain/call.ts'
import type { Gap } from '../../../shared/domain/gap.ts'
import type { Message } from '../../../shared/domain/message.ts'
import type { Note } from '../../../shared/domain/note.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'

export interface Shared {
  readonly calls: readonly Call[]
  readonly messages: readonly Message[]
  readonly notes: readonly Note[]
  readonly gaps: readonly Gap[]
}

/** Everything shared with one address as one list, oldest first: the newest `limit` entries, and the gaps since the first of them. */
export function joinTimeline(
  { calls, messages, notes, gaps }: Shared,
  limit: number
): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...calls.map((call) => ({ kind: 'call' as const, atMs: call.startedAtMs, call })),
    ...messages.map((message) => ({ kind: 'message' as const, atMs: message.atMs, message })),
    ...notes.map((note) => ({ kind: 'note' as const, atMs: note.atMs, note }))
  ]
  const newest = entries.toSorted(byTime).slice(-limit)
  const sinceMs = newest[0]?.atMs ?? Infinity
  const between = gaps
    .filter(({ fromMs }) => fromMs >= sinceMs)
    .map((gap) => ({ kind: 'gap' as const, atMs: gap.fromMs, gap }))
  return between.length === 0 ? newest : [...newest, ...between].toSorted(byTime)
}

const byTime = (one: TimelineEntry, other: TimelineEntry): number => one.atMs - other.atMs

/** What was last shared before the call `callId`, of a timeline that is oldest first. */
export function lastContactBefore(
  timeline: readonly TimelineEntry[],
  callId: string
): PopupCard['lastContact'] {
  const last = timeline.findLast(
    (entry) => entry.kind !== 'gap' && (entry.kind !== 'call' || entry.call.id !== callId)
  )
  switch (last?.kind) {
    case 'call':
      return { kind: 'call', atMs: last.atMs, text: last.call.note ?? '' }
    case 'message':
      return { kind: 'message', atMs: last.atMs, text: last.message.body }
    case 'note':
      return { kind: 'note', atMs: last.atMs, text: last.note.body }
    case 'gap':
    case undefined:
      return null
  }
}
