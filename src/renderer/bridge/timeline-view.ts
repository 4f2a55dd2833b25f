import type { TimelineCursor, TimelineEntry, TimelinePage } from '../../shared/domain/timeline.ts'
import { sorted } from '../sorted.ts'

/** What was read of a timeline: everything from the newest entry back to `earlier`, oldest first. */
export interface TimelineView {
  readonly entries: readonly TimelineEntry[]
  /** Leads to what was not read yet; null where nothing is older. */
  readonly earlier: TimelineCursor | null
  /** How often something was told of what was not read yet: a page that is on its way then may not know it. */
  readonly unreadChangeCount: number
}

export const viewOfPage = ({ entries, earlier }: TimelinePage): TimelineView => ({
  entries,
  earlier,
  unreadChangeCount: 0
})

/** `view` with `entry` in its place, instead of the one that has its id; not where it belongs to a page that was not read yet. */
export function withEntry(view: TimelineView, entry: TimelineEntry): TimelineView {
  const at = findLastIndex(view.entries, isSameAs(entry))
  const known = view.entries[at]
  if (known && known.atMs === entry.atMs) {
    const entries = [...view.entries]
    entries[at] = entry
    return { ...view, entries }
  }
  if (!known && view.earlier && entry.atMs < view.earlier.atMs) return withUnreadChange(view)
  const others = known ? view.entries.filter((it) => it !== known) : view.entries
  const behind = findLastIndex(others, ({ atMs }) => atMs <= entry.atMs) + 1
  return { ...view, entries: [...others.slice(0, behind), entry, ...others.slice(behind)] }
}

/** `view` without the entry of that id. */
export function withoutEntry(view: TimelineView, id: string): TimelineView {
  const entries = view.entries.filter((it) => entryId(it) !== id)
  return entries.length === view.entries.length ? withUnreadChange(view) : { ...view, entries }
}

/** `view` with the page before it. What is there already is newer than what the page says of it. */
export function withEarlierPage(view: TimelineView, page: TimelinePage): TimelineView {
  const known = new Set(view.entries.map(entryId))
  const fresh = page.entries.filter((it) => !known.has(entryId(it)))
  return {
    ...view,
    // A gap that began before a page's oldest entry came with that page, and belongs among the entries of this one.
    entries: sorted([...fresh, ...view.entries], (a, b) => a.atMs - b.atMs),
    earlier: page.earlier
  }
}

/** What tells one timeline entry from every other. */
export function entryId(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'call':
      return callEntryId(entry.call.id)
    case 'message':
      return messageEntryId(entry.message.id)
    case 'note':
      return noteEntryId(entry.note.id)
    case 'gap':
      return `gap ${entry.gap.fromMs}`
  }
}

export const callEntryId = (callId: string): string => `call ${callId}`
export const messageEntryId = (messageId: string): string => `message ${messageId}`
export const noteEntryId = (noteId: string): string => `note ${noteId}`

const withUnreadChange = (view: TimelineView): TimelineView => ({
  ...view,
  unreadChangeCount: view.unreadChangeCount + 1
})

function isSameAs(entry: TimelineEntry): (other: TimelineEntry) => boolean {
  const id = entryId(entry)
  return (other) => other.kind === entry.kind && entryId(other) === id
}

/** What changes is nearly always near the end. */
function findLastIndex<T>(items: readonly T[], isWanted: (item: T) => boolean): number {
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]
    if (item !== undefined && isWanted(item)) return at
  }
  return -1
}
