import type { QueryClient } from '@tanstack/react-query'
import type { TimelineCursor } from '../../shared/domain/timeline.ts'
import type { BridgeConnection } from './connection.ts'
import { type TimelineView, viewOfPage, withEarlierPage } from './timeline-view.ts'

type Asked = Pick<BridgeConnection, 'request'>

const entriesPerPage = 100
/** The contract's most. */
export const mostEntriesPerPage = 500

/** Where a timeline is cached. */
export const timelineKey = (address: string) => ['calls:get-timeline', { address }] as const

/**
 * The newest of a timeline: a page, or as much as was read of it before, unless nobody waits any more. The signal is looked at only
 * then: React Query takes whoever looks at it for someone to be stopped, and would ask for a first page twice.
 */
export async function readTimeline(
  bridge: Asked,
  address: string,
  countBefore: number,
  waiting: { readonly signal: AbortSignal }
): Promise<TimelineView> {
  const limit = countBefore > entriesPerPage ? mostEntriesPerPage : entriesPerPage
  let view = viewOfPage(await ask(bridge, address, null, limit))
  while (view.earlier && view.entries.length < countBefore) {
    waiting.signal.throwIfAborted()
    view = withEarlierPage(view, await ask(bridge, address, view.earlier, limit))
  }
  return view
}

/** Adds to a cached timeline the page before it, and asks once more where something was told meanwhile of what that holds. */
export async function readEarlier(
  bridge: Asked,
  queries: QueryClient,
  address: string,
  limit = entriesPerPage
): Promise<void> {
  const key = timelineKey(address)
  const before = queries.getQueryData<TimelineView>(key)
  if (!before?.earlier) return
  const page = await ask(bridge, address, before.earlier, limit)
  const now = queries.getQueryData<TimelineView>(key)
  // Read anew, or gone, while this page was on its way: it may not continue what is there now.
  if (!now?.earlier || !isSame(now.earlier, before.earlier)) return
  if (now.unreadChangeCount !== before.unreadChangeCount) return readEarlier(bridge, queries, address, limit)
  queries.setQueryData<TimelineView>(key, withEarlierPage(now, page))
}

const ask = (bridge: Asked, address: string, before: TimelineCursor | null, limit: number) =>
  bridge.request('calls:get-timeline', { address, before, limit })

const isSame = (one: TimelineCursor, other: TimelineCursor): boolean =>
  one.atMs === other.atMs && one.kind === other.kind && one.id === other.id
