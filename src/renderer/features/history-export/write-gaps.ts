import type { Gap } from '../../../shared/domain/gap.ts'
import { byteOrderMark, csvOf } from './csv.ts'
import { isoInUtc, isoInZone } from './iso-in-zone.ts'
import type { ExportOrder, WrittenFile } from './write-history.ts'

const columns = ['startedAt', 'startedAtUtc', 'endedAt', 'endedAtUtc', 'durationSeconds', 'reason'] as const

/** The times in which the app could not hear, newest first, as the parts of a file; it rejects where they cannot be read. */
export async function writeGaps(order: ExportOrder): Promise<WrittenFile> {
  const { bridge, format, timeZone, signal, onProgress } = order
  const gaps = await bridge.request('reach:list-gaps', {})
  signal.throwIfAborted()
  const rows = gaps.map((gap) => rowOf(gap, timeZone))
  onProgress(gaps.length)
  const part =
    format === 'csv'
      ? byteOrderMark + csvOf([columns, ...rows.map((row) => columns.map((column) => row[column]))])
      : `[${rows.map((row) => `\n${JSON.stringify(row)}`).join(',')}\n]\n`
  return { parts: [part], count: gaps.length }
}

const rowOf = ({ fromMs, toMs, reason }: Gap, timeZone: string | undefined) => ({
  startedAt: isoInZone(fromMs, timeZone),
  startedAtUtc: isoInUtc(fromMs),
  endedAt: isoInZone(toMs, timeZone),
  endedAtUtc: isoInUtc(toMs),
  durationSeconds: Math.round((toMs - fromMs) / 1_000),
  reason
})
