import { useEffect, useState } from 'react'
import { useBridge } from '../../bridge/index.ts'
import { dayTextOf, useTimeZone } from '../../time/index.ts'
import { saveFile } from './save-file.ts'
import { type WhatToExport, write } from './what-to-export.ts'
import type { ExportFormat } from './write-history.ts'

/** How far an export has come. */
export type ExportState =
  | { readonly step: 'reading'; readonly count: number }
  | { readonly step: 'saved'; readonly count: number; readonly file: string }
  | { readonly step: 'failed'; readonly reason: string }

const typeOf = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const

/** Exports as soon as it is mounted, and stops when it is not any more. `what` is to stay the same object meanwhile. */
export function useHistoryExport(what: WhatToExport, format: ExportFormat): ExportState {
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
        const { parts, count } = await write(what, { bridge, format, timeZone, signal, onProgress })
        signal.throwIfAborted()
        const file = `${what.kind}-${dayTextOf(Date.now(), timeZone)}.${format}`
        saveFile(file, parts, typeOf[format])
        tell({ step: 'saved', count, file })
      } catch (error) {
        tell({ step: 'failed', reason: error instanceof Error ? error.message : String(error) })
      }
    }
    void run()
    return () => stop.abort()
  }, [bridge, what, format, timeZone])
  return state
}
