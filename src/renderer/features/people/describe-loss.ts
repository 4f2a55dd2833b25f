import type { TimelineEntry } from '../../../shared/domain/timeline.ts'
import { t } from '../../text/text.ts'

/** What deleting everything with a person takes away, counted; the notes of calls count as notes. */
export function describeLoss(entries: readonly TimelineEntry[]): string {
  const count = (isCounted: (entry: TimelineEntry) => boolean) => entries.filter(isCounted).length
  return t('forget.personText', {
    calls: t('forget.calls', { count: count(({ kind }) => kind === 'call') }),
    messages: t('forget.messages', { count: count(({ kind }) => kind === 'message') }),
    notes: t('forget.notes', {
      count: count((entry) => entry.kind === 'note' || (entry.kind === 'call' && entry.call.note !== null))
    })
  })
}
