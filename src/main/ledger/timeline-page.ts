import type { Gap } from '../../shared/domain/gap.ts'
import type { TimelineCursor } from '../../shared/domain/timeline.ts'
import type { CallRecord } from '../core/calls/index.ts'
import type { MessageRecord } from '../core/messages/index.ts'
import type { Ledger, NoteRecord } from '../core/ports.ts'

/** Between the rows of one kind: all that are older, by time and then by id, come before it. */
export interface Place {
  readonly atMs: number
  readonly id: string
}

/** After everything. */
export const newest: Place = { atMs: Number.MAX_SAFE_INTEGER, id: '' }

type List<Row> = (address: string, place: Place, limit: number) => readonly Row[]
type Kind = TimelineCursor['kind']

interface Lists {
  readonly calls: List<CallRecord>
  readonly messages: List<MessageRecord>
  readonly notes: List<NoteRecord>
  /** The gaps that begin in this time, oldest first. */
  readonly gapsBetween: (fromMs: number, toMs: number) => readonly Gap[]
}

// At one time calls come before messages, and those before notes; a cursor's kind says which of them it stands among.
const ranks: Readonly<Record<Kind, number>> = { call: 0, message: 1, note: 2 }
const afterAnyId = '\u{10ffff}'

/** One page of a timeline of three kinds, each read no further than the page is long. */
export function createTimelinePages({ calls, messages, notes, gapsBetween }: Lists) {
  const getTimeline = (
    address: string,
    { before, limit }: { readonly before: TimelineCursor | null; readonly limit: number }
  ): Awaited<ReturnType<Ledger['getTimeline']>> => {
    const read = <Row>(kind: Kind, list: List<Row>) => list(address, placeOf(kind, before), limit + 1)
    const found = {
      call: read('call', calls),
      message: read('message', messages),
      note: read('note', notes)
    }
    const cursors = [
      ...found.call.map(({ startedAtMs: atMs, id }) => ({ atMs, kind: 'call' as const, id })),
      ...found.message.map(({ atMs, id }) => ({ atMs, kind: 'message' as const, id })),
      ...found.note.map(({ atMs, id }) => ({ atMs, kind: 'note' as const, id }))
    ].toSorted(newestFirst)
    const page = cursors.slice(0, limit)
    const oldestFirst = <Row>(kind: Kind, rows: readonly Row[]): readonly Row[] =>
      rows.slice(0, page.filter((cursor) => cursor.kind === kind).length).toReversed()
    const last = page.at(-1)
    return {
      calls: oldestFirst('call', found.call),
      messages: oldestFirst('message', found.message),
      notes: oldestFirst('note', found.note),
      gaps: last === undefined ? [] : gapsBetween(last.atMs, before?.atMs ?? Infinity),
      earlier: last !== undefined && cursors.length > limit ? last : null
    }
  }
  return getTimeline
}

function placeOf(kind: Kind, before: TimelineCursor | null): Place {
  if (before === null) return newest
  const { atMs, id } = before
  if (kind === before.kind) return { atMs, id }
  return { atMs, id: ranks[kind] < ranks[before.kind] ? afterAnyId : '' }
}

const newestFirst = (one: TimelineCursor, other: TimelineCursor): number =>
  other.atMs - one.atMs || ranks[other.kind] - ranks[one.kind] || (one.id < other.id ? 1 : -1)
