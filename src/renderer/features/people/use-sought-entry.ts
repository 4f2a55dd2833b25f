import { useEffect, useRef } from 'react'
import { entryId, mostEntriesPerPage, type useTimeline } from '../../bridge/index.ts'

/** An entry that the timeline was opened by. */
export interface SoughtEntry {
  readonly id: string
  readonly atMs: number
}

/** How many pages are read at most until it is found: further back the reader scrolls. */
const mostPages = 20

/** Reads a timeline back to the entry it was opened by, if that is within reach. */
export function useSoughtEntry(
  { query, readEarlier, isReadingEarlier, earlierError }: ReturnType<typeof useTimeline>,
  sought: SoughtEntry | null
): void {
  const pages = useRef({ id: '', count: 0 })
  const view = query.data
  const isMissing =
    sought !== null &&
    view?.earlier !== undefined &&
    view.earlier !== null &&
    view.earlier.atMs >= sought.atMs &&
    !view.entries.some((entry) => entryId(entry) === sought.id)
  useEffect(() => {
    if (!isMissing || isReadingEarlier || earlierError) return
    const { id, count } = pages.current
    const before = id === sought.id ? count : 0
    if (before >= mostPages) return
    pages.current = { id: sought.id, count: before + 1 }
    readEarlier(mostEntriesPerPage)
  })
}
