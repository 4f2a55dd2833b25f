import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useBridge } from './bridge-context.tsx'
import { readEarlier, readTimeline, timelineKey } from './read-timeline.ts'
import type { TimelineView } from './timeline-view.ts'

/**
 * Everything with `address`, read page by page from the newest back, and kept true by events. Not an infinite query: that one
 * would lose what is told while a page is read.
 */
export function useTimeline(address: string, isEnabled = true) {
  const bridge = useBridge()
  const queries = useQueryClient()
  const key = timelineKey(address)
  const query = useQuery<TimelineView>({
    queryKey: key,
    queryFn: (waiting) => {
      const countBefore = queries.getQueryData<TimelineView>(key)?.entries.length ?? 0
      return readTimeline(bridge, address, countBefore, waiting)
    },
    enabled: isEnabled
  })
  const earlier = useMutation({
    mutationFn: (limit?: number) => readEarlier(bridge, queries, address, limit)
  })
  // A ref as well as a state: scrolling asks more than once before the first has rendered.
  const isReading = useRef(false)
  return {
    query,
    isReadingEarlier: earlier.isPending,
    /** Why the page before could not be read; null once it is tried again. */
    earlierError: earlier.error,
    readEarlier: (limit?: number) => {
      if (isReading.current) return
      isReading.current = true
      earlier.mutate(limit, {
        onSettled: () => {
          isReading.current = false
        }
      })
    }
  }
}
