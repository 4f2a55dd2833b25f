import { keepPreviousData, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query'
import type { RequestChannel } from '../../shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../shared/ipc/contract.ts'
import { useBridge } from './bridge-context.tsx'
import { queryKey } from './query-keys.ts'

interface RequestOptions {
  readonly isEnabled?: boolean
  readonly everyMs?: number
  /** Whether the last answer stays while the next is awaited. */
  readonly shouldKeepPrevious?: boolean
  /** Whether no event tells when the answer changes, so that it is asked for each time it comes to be shown. */
  readonly shouldAskAgain?: boolean
}

/** The answer of a request that only reads, cached by channel and arguments. */
export function useRequest<C extends RequestChannel>(
  channel: C,
  args: RequestArgs<C>,
  { isEnabled = true, everyMs, shouldKeepPrevious = false, shouldAskAgain = false }: RequestOptions = {}
): UseQueryResult<RequestResult<C>> {
  const bridge = useBridge()
  return useQuery<RequestResult<C>>({
    queryKey: queryKey(channel, args),
    queryFn: () => bridge.request(channel, args),
    enabled: isEnabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(shouldAskAgain ? { staleTime: 0, gcTime: 0 } : {}),
    ...(shouldKeepPrevious ? { placeholderData: keepPreviousData } : {})
  })
}

/** A request that changes something, made when `mutate` is called. */
export function useCommand<C extends RequestChannel>(channel: C) {
  const bridge = useBridge()
  return useMutation({ mutationFn: (args: RequestArgs<C>) => bridge.request(channel, args) })
}
