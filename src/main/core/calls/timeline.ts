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

/** Everything shared with one address as one list, oldest first; at one time by kind, then by id, and a gap after what it follows. */
export function joinTimeline({ calls, messages, notes, gaps }: Shared): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...calls.map((call) => ({ kind: 'call' as const, atMs: call.startedAtMs, call })),
    ...messages.map((message) => ({ kind: 'message' as const, atMs: message.atMs, message })),
    ...notes.map((note) => ({ kind: 'note' as const, atMs: note.atMs, note })),
    ...gaps.map((gap) => ({ kind: 'gap' as const, atMs: gap.fromMs, gap }))
  ]
  return entries.toSorted(byPlace)
}

const ranks: Readonly<Record<TimelineEntry['kind'], number>> = { call: 0, message: 1, note: 2, gap: 3 }

function byPlace(one: TimelineEntry, other: TimelineEntry): number {
  const [id, otherId] = [idOf(one), idOf(other)]
  return (
    one.atMs - other.atMs || ranks[one.kind] - ranks[other.kind] || (id < otherId ? -1 : Number(id > otherId))
  )
}

function idOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'call':
      return entry.call.id
    case 'message':
      return entry.message.id
    case 'note':
      return entry.note.id
    case 'gap':
      return ''
  }
}

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
