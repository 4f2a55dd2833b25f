import type { Call } from '../../../shared/domain/call.ts'
import type { Gap } from '../../../shared/domain/gap.ts'
import type { HistoryPage } from '../../../shared/domain/history.ts'
import { isoInUtc, isoInZone } from './iso-in-zone.ts'

/** A cell as it is exported; empty where there is nothing to say. */
export type Cell = string | number | boolean | null

/** One line of the export, by column. Every line has every column. */
export type ExportRow = Readonly<Record<ExportColumn, Cell>>

/** The columns in their order. Names are for programs and stay as they are, whatever language the app speaks. */
export const exportColumns = [
  'kind',
  'startedAt',
  'startedAtUtc',
  'answeredAt',
  'answeredAtUtc',
  'endedAt',
  'endedAtUtc',
  'durationSeconds',
  'isEndApproximate',
  'direction',
  'result',
  'isMine',
  'name',
  'company',
  'number',
  'queue',
  'lineName',
  'lineNumber',
  'agentName',
  'agentExtension',
  'outcome',
  'note',
  'id',
  'isSeenOnly',
  'reason'
] as const
export type ExportColumn = (typeof exportColumns)[number]

/** The lines of a page, newest first; times where nothing could be heard are lines too, or the file would seem complete. */
export function exportRows({ calls, gaps }: HistoryPage, timeZone: string | undefined): readonly ExportRow[] {
  const lines = [
    ...calls.map((call) => ({ atMs: call.startedAtMs, row: rowOfCall(call, timeZone) })),
    ...gaps.map((gap) => ({ atMs: gap.fromMs, row: rowOfGap(gap, timeZone) }))
  ]
  lines.sort((one, other) => other.atMs - one.atMs)
  return lines.map(({ row }) => row)
}

const nothing: ExportRow = Object.freeze({
  kind: null,
  startedAt: null,
  startedAtUtc: null,
  answeredAt: null,
  answeredAtUtc: null,
  endedAt: null,
  endedAtUtc: null,
  durationSeconds: null,
  isEndApproximate: null,
  direction: null,
  result: null,
  isMine: null,
  name: null,
  company: null,
  number: null,
  queue: null,
  lineName: null,
  lineNumber: null,
  agentName: null,
  agentExtension: null,
  outcome: null,
  note: null,
  id: null,
  isSeenOnly: null,
  reason: null
})

function rowOfCall(call: Call, timeZone: string | undefined): ExportRow {
  const { startedAtMs, answeredAtMs, endedAtMs, other, line, agent } = call
  const zoned = (atMs: number | null) => (atMs === null ? null : isoInZone(atMs, timeZone))
  const utc = (atMs: number | null) => (atMs === null ? null : isoInUtc(atMs))
  return {
    kind: 'call',
    startedAt: zoned(startedAtMs),
    startedAtUtc: utc(startedAtMs),
    answeredAt: zoned(answeredAtMs),
    answeredAtUtc: utc(answeredAtMs),
    endedAt: zoned(endedAtMs),
    endedAtUtc: utc(endedAtMs),
    durationSeconds:
      answeredAtMs === null || endedAtMs === null ? null : Math.round((endedAtMs - answeredAtMs) / 1_000),
    isEndApproximate: call.isEndApproximate,
    direction: call.direction,
    result: call.state,
    isMine: call.isMine,
    name: other.name,
    company: other.company,
    number: other.address,
    queue: call.queueName,
    lineName: line?.name ?? null,
    lineNumber: line?.address ?? null,
    agentName: agent?.name ?? null,
    agentExtension: agent?.address ?? null,
    outcome: call.outcome,
    note: call.note,
    id: call.id,
    isSeenOnly: call.isSeenOnly,
    reason: null
  }
}

const rowOfGap = ({ fromMs, toMs, reason }: Gap, timeZone: string | undefined): ExportRow => ({
  ...nothing,
  kind: 'not listening',
  startedAt: isoInZone(fromMs, timeZone),
  startedAtUtc: isoInUtc(fromMs),
  endedAt: isoInZone(toMs, timeZone),
  endedAtUtc: isoInUtc(toMs),
  reason
})
