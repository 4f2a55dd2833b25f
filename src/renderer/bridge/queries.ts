import {
  keepPreviousData,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery
} from '@tanstack/react-query'
import type { Call } from '../../shared/domain/call.ts'
import type { RequestChannel } from '../../shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../shared/ipc/contract.ts'
import { useBridge } from './bridge-context.tsx'
import { callsKey, queryKey } from './query-keys.ts'

interface RequestOptions {
  readonly isEnabled?: boolean
  readonly everyMs?: number
  /** Whether the last answer stays while the next is awaited. */
  readonly shouldKeepPrevious?: boolean
}

/** The answer of a request that only reads, cached by channel and arguments. */
export function useRequest<C extends RequestChannel>(
  channel: C,
  args: RequestArgs<C>,
  { isEnabled = true, everyMs, shouldKeepPrevious = false }: RequestOptions = {}
): UseQueryResult<RequestResult<C>> {
  const bridge = useBridge()
  return useQuery<RequestResult<C>>({
    queryKey: queryKey(channel, args),
    queryFn: () => bridge.request(channel, args),
    enabled: isEnabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(shouldKeepPrevious ? { placeholderData: keepPreviousData } : {})
  })
}

/** A request that changes something, made when `mutate` is called. */
export function useCommand<C extends RequestChannel>(channel: C) {
  const bridge = useBridge()
  return useMutation({ mutationFn: (args: RequestArgs<C>) => bridge.request(channel, args) })
}

const callsPerPage = 100

/** The calls, newest first, page by page. */
export function useCallPages() {
  const bridge = useBridge()
  return useInfiniteQuery({
    queryKey: callsKey,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      bridge.request('calls:list-calls', { beforeMs: pageParam, limit: callsPerPage }),
    getNextPageParam: (lastPage: readonly Call[]) =>
      lastPage.length < callsPerPage ? null : (lastPage.at(-1)?.startedAtMs ?? null)
  })
}
