import { type Call, type CallFilter, isLost } from '../../src/shared/domain/call.ts'
import { failed, type Outcome, succeeded } from '../../src/shared/domain/failure.ts'
import type { Doors } from '../../src/shared/domain/history.ts'
import type { Message } from '../../src/shared/domain/message.ts'
import type { Note } from '../../src/shared/domain/note.ts'
import type { TimelineEntry } from '../../src/shared/domain/timeline.ts'
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
  const countUnread = () => calls.filter(({ isUnread, isMine }) => isUnread && isMine).length
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
    'calls:get-timeline': ({ address, limit }) => {
      const theirs: readonly TimelineEntry[] = [
        ...calls
          .filter(({ other }) => other.address === address)
          .map((call): TimelineEntry => ({ kind: 'call', atMs: call.startedAtMs, call })),
        ...messages()
          .filter(({ threadId }) => threadId.endsWith(`|${address}`))
          .map((message): TimelineEntry => ({ kind: 'message', atMs: message.atMs, message })),
        ...notes
          .filter((note) => note.address === address)
          .map((note): TimelineEntry => ({ kind: 'note', atMs: note.atMs, note }))
      ]
      const firstAtMs = Math.min(...theirs.map(({ atMs }) => atMs))
      const silences = gaps
        .filter(({ fromMs }) => fromMs > firstAtMs)
        .map((gap): TimelineEntry => ({ kind: 'gap', atMs: gap.fromMs, gap }))
      return [...theirs, ...silences].toSorted((a, b) => a.atMs - b.atMs).slice(-limit)
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
