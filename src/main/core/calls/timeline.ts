import type { Call } from '../../../shared/domain/call.ts'
import type { Message } from '../../../shared/domain/message.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'

/** Calls and messages with one address as one list, oldest first, the newest `limit` of them. */
export function joinTimeline(
  calls: readonly Call[],
  messages: readonly Message[],
  limit: number
): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...calls.map((call) => ({ kind: 'call' as const, atMs: call.startedAtMs, call })),
    ...messages.map((message) => ({ kind: 'message' as const, atMs: message.atMs, message }))
  ]
  return entries.toSorted((a, b) => a.atMs - b.atMs).slice(-limit)
}

/** What was last shared before the call `callId`, of a timeline that is oldest first. */
export function lastContactBefore(
  timeline: readonly TimelineEntry[],
  callId: string
): PopupCard['lastContact'] {
  const last = timeline.findLast((entry) => entry.kind === 'message' || entry.call.id !== callId)
  if (!last) return null
  return { kind: last.kind, atMs: last.atMs, text: last.kind === 'message' ? last.message.body : '' }
}
