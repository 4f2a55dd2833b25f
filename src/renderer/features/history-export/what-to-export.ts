import type { CallFilter } from '../../../shared/domain/call.ts'
import type { Thread } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { type ExportOrder, type WrittenFile, writeHistory } from './write-history.ts'
import { writeMessages } from './write-messages.ts'

/** What is exported: the calls that a filter lets through, or the messages of some threads. */
export type WhatToExport =
  | { readonly kind: 'calls'; readonly filter: CallFilter }
  | { readonly kind: 'messages'; readonly threads: readonly Thread[] }

export const write = (what: WhatToExport, order: ExportOrder): Promise<WrittenFile> =>
  what.kind === 'calls'
    ? writeHistory({ ...order, filter: what.filter })
    : writeMessages({ ...order, threads: what.threads })

/** What is said while it is exported and after. */
export const exportWords = {
  calls: {
    title: () => t('historyExport.title'),
    reading: (count: number) => t('historyExport.reading', { count }),
    saved: (count: number, file: string) => t('historyExport.saved', { count, file })
  },
  messages: {
    title: () => t('threads.exportTitle'),
    reading: (count: number) => t('threads.exportReading', { count }),
    saved: (count: number, file: string) => t('threads.exportSaved', { count, file })
  }
} as const
