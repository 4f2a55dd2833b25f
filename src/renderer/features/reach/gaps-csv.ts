import type { Gap } from '../../../shared/domain/gap.ts'
import { dayTextOf } from '../../time/index.ts'
import { byteOrderMark, csvOf, isoInZone } from '../history-export/index.ts'

const columns = ['from', 'to', 'seconds', 'reason'] as const

/** `voice360-gaps-2026-11-24.csv` */
export const gapsFileName = (nowMs: number, timeZone: string | undefined): string =>
  `voice360-gaps-${dayTextOf(nowMs, timeZone)}.csv`

/** The times nothing could be heard, for a spreadsheet; times as a clock of the zone shows them. */
export const gapsAsCsv = (gaps: readonly Gap[], timeZone: string | undefined): string =>
  byteOrderMark +
  csvOf([
    columns,
    ...gaps.map(({ fromMs, toMs, reason }) => [
      isoInZone(fromMs, timeZone),
      isoInZone(toMs, timeZone),
      Math.round((toMs - fromMs) / 1_000),
      reason ?? ''
    ])
  ])
