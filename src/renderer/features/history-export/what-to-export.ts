import type { CallFilter } from '../../../shared/domain/call.ts'
import type { Thread } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { writeGaps } from './write-gaps.ts'
import { type ExportOrder, type WrittenFile, writeHistory } from './write-history.ts'
import { writeMessages } from './write-messages.ts'

/** What is exported: the calls that a filter lets through, the messages of some threads, or the times the app could not hear. */
export type WhatToExport =
  | { readonly kind: 'calls'; readonly filter: CallFilter }
  | { readonly kind: 'messages'; readonly threads: readonly Thread[] }
  | { readonly kind: 'gaps' }

export function write(what: WhatToExport, order: ExportOrder): Promise<WrittenFile> {
  switch (what.kind) {
    case 'calls':
      return writeHistory({ ...order, filter: what.filter })
    case 'messages':
      return writeMessages({ ...order, threads: what.threads })
    case 'gaps':
      return writeGaps(order)
  }
}

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
  },
  gaps: {
    title: () => t('historyExport.gapsTitle'),
    reading: (count: number) => t('historyExport.gapsReading', { count }),
    saved: (count: number, file: string) => t('historyExport.gapsSaved', { count, file })
  }
} as const
