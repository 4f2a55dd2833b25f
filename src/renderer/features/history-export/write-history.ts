import type { CallCursor, CallFilter } from '../../../shared/domain/call.ts'
import type { HistoryPage } from '../../../shared/domain/history.ts'
import type { BridgeConnection } from '../../bridge/index.ts'
import { byteOrderMark, csvHeader, csvLines } from './csv.ts'
import { exportRows } from './export-rows.ts'

export type ExportFormat = 'csv' | 'json'

export interface ExportOrder {
  readonly bridge: Pick<BridgeConnection, 'request'>
  readonly format: ExportFormat
  readonly timeZone: string | undefined
  readonly signal: AbortSignal
  /** How many calls or messages were read so far. */
  readonly onProgress: (count: number) => void
}

/** A file in parts, and how many calls or messages it holds. */
export interface WrittenFile {
  readonly parts: readonly string[]
  readonly count: number
}

interface HistoryExportOrder extends ExportOrder {
  readonly filter: CallFilter
}

/** The contract's most. */
const callsPerPage = 500

/**
 * Everything that the filter lets through, read page by page, as the parts of a file. It rejects, with nothing written, where a
 * page cannot be read or the signal aborts.
 */
export async function writeHistory(order: HistoryExportOrder): Promise<WrittenFile> {
  const { bridge, filter, format, timeZone, signal, onProgress } = order
  const parts: string[] = format === 'csv' ? [byteOrderMark + csvHeader()] : ['[']
  const gapsWritten = new Set<number>()
  let after: CallCursor | null = null
  let count = 0
  let lineCount = 0
  do {
    const page: HistoryPage = await bridge.request('calls:list-calls', { filter, after, limit: callsPerPage })
    signal.throwIfAborted()
    // A gap that lies across the border of two pages comes with both.
    const gaps = page.gaps.filter(({ fromMs }) => !gapsWritten.has(fromMs))
    for (const { fromMs } of gaps) gapsWritten.add(fromMs)
    const rows = exportRows({ ...page, gaps }, timeZone)
    parts.push(
      format === 'csv'
        ? csvLines(rows)
        : rows.map((row, index) => `${lineCount + index > 0 ? ',' : ''}\n${JSON.stringify(row)}`).join('')
    )
    count += page.calls.length
    lineCount += rows.length
    after = page.next
    onProgress(count)
  } while (after !== null)
  if (format === 'json') parts.push('\n]\n')
  return { parts, count }
}
