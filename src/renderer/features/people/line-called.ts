import type { Line } from '../../../shared/domain/message.ts'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'

/** The address of the one of `lines` by which the newest call went, of entries oldest first; null where none did. */
export function lineCalled(entries: readonly TimelineEntry[], lines: readonly Line[]): string | null {
  const mine = new Set(lines.map(({ address }) => address))
  const called = entries.flatMap((entry) =>
    entry.kind === 'call' && entry.call.line ? [entry.call.line] : []
  )
  return called.findLast(({ address }) => mine.has(address))?.address ?? null
}
