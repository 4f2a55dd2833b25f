import type { CallRecord } from '../src/main/core/calls/index.ts'
import type { MessageRecord } from '../src/main/core/messages/index.ts'
import type { Replay, ReplayedThread } from './replay.ts'

type Row = readonly string[]

const callHead: Row = ['began (UTC)', 'direction', 'state', 'with', 'agent', 'queue', 'talked']
const messageHead: Row = ['at (UTC)', 'direction', 'state', 'text']
const longestText = 60

/** What events come to, as tables for a person. */
export function showReplay({
  eventCount,
  duplicateCount,
  notUnderstoodCount,
  calls,
  threads
}: Replay): string {
  const events = `${eventCount} events: ${duplicateCount} repeated, ${notUnderstoodCount} not understood`
  return [
    events,
    '',
    `Calls: ${calls.length}`,
    ...(calls.length === 0 ? [] : table([callHead, ...calls.map(callRow)])),
    '',
    `Threads: ${threads.length}`,
    ...threads.flatMap(threadLines)
  ].join('\n')
}

function callRow(call: CallRecord): Row {
  const { startedAtMs, direction, state, otherAddress, callerName, agentExtension, queueName } = call
  const who = [otherAddress === '' ? 'anonymous' : otherAddress, callerName ?? ''].join(' ').trim()
  return [timeOf(startedAtMs), direction, state, who, agentExtension ?? '', queueName ?? '', talkedFor(call)]
}

function talkedFor({ answeredAtMs, endedAtMs, isEndApproximate }: CallRecord): string {
  if (answeredAtMs === null) return ''
  if (endedAtMs === null) return 'not over'
  const seconds = Math.round((endedAtMs - answeredAtMs) / 1000)
  return `${isEndApproximate ? 'about ' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const threadLines = ({ line, otherAddress, unreadCount, messages }: ReplayedThread): readonly string[] => [
  '',
  `${line} with ${otherAddress === '' ? 'anonymous' : otherAddress}: ${messages.length} messages, ${unreadCount} unread`,
  ...table([messageHead, ...messages.map(messageRow)])
]

const messageRow = ({ atMs, direction, state, body }: MessageRecord): Row => [
  timeOf(atMs),
  direction,
  state,
  oneLine(body)
]

const timeOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')

const oneLine = (text: string): string => {
  const line = text.replaceAll(/[\s\p{C}]+/gu, ' ')
  return line.length > longestText ? `${line.slice(0, longestText - 1)}…` : line
}

/** Columns beside each other, as wide as they have to be. */
function table(rows: readonly Row[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
  )
}
