import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ReceivedEvent } from '../../../shared/domain/event-reading.ts'
import { useBridge } from '../../bridge/index.ts'

const perPage = 100

/** The webhooks received, newest first, page by page; no event tells of new ones, so that they are looked for anew. */
export function useEventPages(isNotUnderstoodOnly: boolean) {
  const bridge = useBridge()
  return useInfiniteQuery({
    queryKey: ['events:list-events', { isNotUnderstoodOnly }],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      bridge.request('events:list-events', { beforeSeq: pageParam, limit: perPage, isNotUnderstoodOnly }),
    getNextPageParam: (lastPage: readonly ReceivedEvent[]) =>
      lastPage.length < perPage ? null : (lastPage.at(-1)?.seq ?? null),
    placeholderData: keepPreviousData,
    staleTime: 0
  })
}
