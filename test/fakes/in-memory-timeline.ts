import { type CallRecord, peopleOf } from '../../src/main/core/calls/index.ts'
import type { MessageRecord } from '../../src/main/core/messages/message-record.ts'
import type { Ledger, NoteRecord } from '../../src/main/core/ports.ts'
import type { TimelineCursor } from '../../src/shared/domain/timeline.ts'

interface Kept {
  readonly calls: readonly CallRecord[]
  readonly messages: readonly MessageRecord[]
  readonly notes: readonly NoteRecord[]
}

/** A page of the timeline with an address, without gaps. */
export function inMemoryTimeline(
  { calls, messages, notes }: Kept,
  address: string,
  { before, limit }: Parameters<Ledger['getTimeline']>[1]
): Awaited<ReturnType<Ledger['getTimeline']>> {
  const isWith = (record: { readonly otherAddress: string }) => record.otherAddress === address
  const isBetweenUs = (call: CallRecord) => peopleOf(call).some((each) => each.address === address)
  const places: readonly TimelineCursor[] = [
    ...calls.filter(isBetweenUs).map((it) => ({ atMs: it.startedAtMs, kind: 'call' as const, id: it.id })),
    ...messages.filter(isWith).map((it) => ({ atMs: it.atMs, kind: 'message' as const, id: it.id })),
    ...notes
      .filter((note) => note.address === address)
      .map((it) => ({ atMs: it.atMs, kind: 'note' as const, id: it.id }))
  ]
  const key = ({ atMs, kind, id }: TimelineCursor) => [atMs, kind, id] as const
  const older = places
    .filter((place) => before === null || isBefore(key(place), key(before)))
    .toSorted((one, other) => (isBefore(key(one), key(other)) ? -1 : 1))
  const page = older.slice(-limit)
  const has = (kind: TimelineCursor['kind']) => (record: { readonly id: string }) =>
    page.some((place) => place.kind === kind && place.id === record.id)
  return {
    calls: calls.filter(has('call')),
    messages: messages.filter(has('message')),
    notes: notes.filter(has('note')),
    gaps: [],
    earlier: older.length > limit ? (page[0] ?? null) : null
  }
}

/** Whether one comes before another, compared part by part. */
export function isBefore(one: readonly (string | number)[], other: readonly (string | number)[]): boolean {
  const at = one.findIndex((part, index) => part !== other[index])
  const [part, otherPart] = [one[at], other[at]]
  return part !== undefined && otherPart !== undefined && part < otherPart
}
