import { useEffect, useState } from 'react'
import type { CallFilter } from '../../../shared/domain/call.ts'
import { useBridge } from '../../bridge/index.ts'
import { dayTextOf, useTimeZone } from '../../time/index.ts'
import { saveFile } from './save-file.ts'
import { type ExportFormat, writeHistory } from './write-history.ts'

/** How far an export has come. */
export type ExportState =
  | { readonly step: 'reading'; readonly count: number }
  | { readonly step: 'saved'; readonly count: number; readonly file: string }
  | { readonly step: 'failed'; readonly reason: string }

const typeOf = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const

/** Exports as soon as it is mounted, and stops when it is not any more. */
export function useHistoryExport(filter: CallFilter, format: ExportFormat): ExportState {
  const bridge = useBridge()
  const timeZone = useTimeZone()
  const [state, setState] = useState<ExportState>({ step: 'reading', count: 0 })
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const tell = (next: ExportState) => !signal.aborted && setState(next)
    tell({ step: 'reading', count: 0 })
    const run = async () => {
      const onProgress = (count: number) => tell({ step: 'reading', count })
      try {
        const { parts, count } = await writeHistory({ bridge, filter, format, timeZone, signal, onProgress })
        signal.throwIfAborted()
        const file = `calls-${dayTextOf(Date.now(), timeZone)}.${format}`
        saveFile(file, parts, typeOf[format])
        tell({ step: 'saved', count, file })
      } catch (error) {
        tell({ step: 'failed', reason: error instanceof Error ? error.message : String(error) })
      }
    }
    void run()
    return () => stop.abort()
  }, [bridge, filter, format, timeZone])
  return state
}
