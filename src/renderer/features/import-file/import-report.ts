import type { RejectedRow } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'

/** `rows`, the first of `count`, as lines of a text, their cells by tabs so that a spreadsheet takes them. */
export function reportOf(title: string, rows: readonly RejectedRow[], count: number): string {
  const unseen = count - rows.length
  return [
    title,
    ...rows.map(({ row, text, reason }) =>
      [t('importing.row', { row }), reason, text].map(oneLine).join('\t')
    ),
    ...(unseen > 0 ? [t('importing.andMore', { count: unseen })] : [])
  ].join('\n')
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
