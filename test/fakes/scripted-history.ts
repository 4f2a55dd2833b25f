import { type Call, type CallFilter, isLost } from '../../src/shared/domain/call.ts'
import { failed, type Outcome, succeeded } from '../../src/shared/domain/failure.ts'
import type { Gap } from '../../src/shared/domain/gap.ts'
import type { Doors } from '../../src/shared/domain/history.ts'
import type { Message } from '../../src/shared/domain/message.ts'
import type { Note } from '../../src/shared/domain/note.ts'
import type { TimelineCursor, TimelineEntry, TimelinePage } from '../../src/shared/domain/timeline.ts'
import type { EventChannel } from '../../src/shared/ipc/channels.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import { sampleCalls, sampleGaps, sampleNotes } from './sample-office.ts'
import type { Answers } from './scripted-bridge.ts'

interface Office {
  readonly emit: <E extends EventChannel>(channel: E, payload: EventPayload<E>) => void
  readonly messages: () => readonly Message[]
  readonly forgetMessages: (address: string) => void
}

type HistoryAnswers = Pick<Answers, Extract<keyof Answers, `calls:${string}` | `notes:${string}`>>

/** The history of a main process in memory: filtered, marked, noted and deleted as the real one would. */
export function scriptedHistory(nowMs: number, { emit, messages, forgetMessages }: Office): HistoryAnswers {
  const gaps = sampleGaps(nowMs)
  let calls = sampleCalls(nowMs)
  let notes = sampleNotes(nowMs)
  const countUnread = () => calls.filter(({ isUnread }) => isUnread).length
  const tellUnread = () => emit('calls:unread-changed', { count: countUnread() })
  const change = (id: string, part: Partial<Call>): Outcome<Call> => {
    const call = calls.find((it) => it.id === id)
    if (!call) return failed('gone', 'This call is no longer stored.')
    const changed = { ...call, ...part }
    calls = calls.map((it) => (it.id === id ? changed : it))
    emit('calls:call-changed', changed)
    return succeeded(changed)
  }
  const markRead = (isWanted: (call: Call) => boolean) => {
    for (const { id } of calls.filter((it) => it.isUnread && isWanted(it))) change(id, { isUnread: false })
    tellUnread()
    return { ok: true } as const
  }

  return {
    'calls:list-calls': ({ filter, after, limit }) => {
      const found = calls.filter(
        (call) => passes(call, filter) && (after === null || call.startedAtMs < after.startedAtMs)
      )
      const page = found.slice(0, limit)
      const last = page.at(-1)
      const next = last && found.length > limit ? { startedAtMs: last.startedAtMs, id: last.id } : null
      const fromMs = next?.startedAtMs ?? 0
      const toMs = after?.startedAtMs ?? nowMs
      return { calls: page, gaps: gaps.filter((gap) => gap.toMs >= fromMs && gap.fromMs <= toMs), next }
    },
    'calls:get-call': ({ callId }) => calls.find(({ id }) => id === callId) ?? null,
    'calls:list-doors': () => doorsOf(calls),
    'calls:count-unread': () => ({ count: countUnread() }),
    'calls:mark-read': ({ callIds }) => markRead(({ id }) => callIds.includes(id)),
    'calls:mark-all-read': () => markRead(() => true),
    'calls:set-note': ({ callId, body }) => change(callId, { note: body.trim() || null }),
    'calls:set-outcome': ({ callId, outcome }) => change(callId, { outcome }),
    'calls:forget-call': ({ callId }) => {
      calls = calls.filter(({ id }) => id !== callId)
      emit('calls:call-removed', { id: callId })
      return succeeded({ ok: true })
    },
    'calls:forget-person': ({ address }) => {
      calls = calls.filter(({ other }) => other.address !== address)
      notes = notes.filter((note) => note.address !== address)
      forgetMessages(address)
      emit('calls:history-replaced', {})
      return succeeded({ ok: true })
    },
    'calls:get-timeline': ({ address, before, limit }) => {
      const theirs: readonly Shared[] = [
        ...calls
          .filter(({ other }) => other.address === address)
          .map((call): Shared => ({ kind: 'call', atMs: call.startedAtMs, call })),
        ...messages()
          .filter(({ threadId }) => threadId.endsWith(`|${address}`))
          .map((message): Shared => ({ kind: 'message', atMs: message.atMs, message })),
        ...notes
          .filter((note) => note.address === address)
          .map((note): Shared => ({ kind: 'note', atMs: note.atMs, note }))
      ]
      return pageOf(theirs, gaps, before, limit)
    },
    'notes:save-note': ({ noteId, address, body }) => {
      const known = notes.find(({ id }) => id === noteId)
      const note: Note = { id: noteId, address, body: body.trim(), atMs: known?.atMs ?? nowMs }
      const isDeleted = note.body === ''
      notes = [...notes.filter(({ id }) => id !== noteId), ...(isDeleted ? [] : [note])]
      emit('notes:note-changed', { note: isDeleted ? (known ?? note) : note, isDeleted })
      return succeeded(isDeleted ? null : note)
    }
  }
}

type Shared = Exclude<TimelineEntry, { kind: 'gap' }>

/** A page of entries in whatever order, with the gaps of the time it spans. */
export function pageOf(
  all: readonly Shared[],
  gaps: readonly Gap[],
  before: TimelineCursor | null,
  limit: number
): TimelinePage {
  const ordered = all
    .map((entry) => ({ entry, cursor: cursorOf(entry) }))
    .toSorted((one, other) => compareCursors(one.cursor, other.cursor))
  const end = before
    ? ordered.filter(({ cursor }) => compareCursors(cursor, before) < 0).length
    : ordered.length
  const page = ordered.slice(Math.max(0, end - limit), end)
  const first = page[0]?.cursor
  const earlier = first && end > limit ? first : null
  const silences = gaps
    .filter(({ fromMs }) => first && fromMs > first.atMs && (!before || fromMs <= before.atMs))
    .map((gap): TimelineEntry => ({ kind: 'gap', atMs: gap.fromMs, gap }))
  return {
    entries: [...page.map(({ entry }) => entry), ...silences].toSorted((a, b) => a.atMs - b.atMs),
    earlier
  }
}

function cursorOf(entry: Shared): TimelineCursor {
  switch (entry.kind) {
    case 'call':
      return { atMs: entry.atMs, kind: 'call', id: entry.call.id }
    case 'message':
      return { atMs: entry.atMs, kind: 'message', id: entry.message.id }
    case 'note':
      return { atMs: entry.atMs, kind: 'note', id: entry.note.id }
  }
}

function compareCursors(one: TimelineCursor, other: TimelineCursor): number {
  const [mine, theirs] = [one, other].map(({ kind, id }) => `${kind} ${id}`)
  return one.atMs - other.atMs || (mine === theirs ? 0 : (mine ?? '') < (theirs ?? '') ? -1 : 1)
}

function passes(call: Call, filter: CallFilter): boolean {
  const wanted = filter.text.toLocaleLowerCase()
  const digits = /\d/u.test(wanted) ? wanted.replace(/\D/gu, '') : ''
  const { name, display, address } = call.other
  return (
    (!filter.isMissed || isLost(call.state)) &&
    (!filter.isMine || call.isMine) &&
    (filter.queueName === null || call.queueName === filter.queueName) &&
    (filter.line === null || call.line?.address === filter.line) &&
    (filter.outcome === null || call.outcome === filter.outcome) &&
    (filter.fromMs === null || call.startedAtMs >= filter.fromMs) &&
    (filter.toMs === null || call.startedAtMs < filter.toMs) &&
    (`${name ?? ''}\n${display}\n${call.note ?? ''}`.toLocaleLowerCase().includes(wanted) ||
      (digits !== '' && address.includes(digits)))
  )
}

function doorsOf(calls: readonly Call[]): Doors {
  const queueNames = new Set(calls.flatMap(({ queueName }) => queueName ?? []))
  const lines = new Map(calls.flatMap(({ line }) => (line ? [[line.address, line] as const] : [])))
  return { queueNames: [...queueNames].toSorted(), lines: [...lines.values()] }
}
