import type { RequestChannel } from '../../shared/ipc/channels.ts'
import type { RequestArgs } from '../../shared/ipc/contract.ts'

/** Where the answer of a request is cached. */
export const queryKey = <C extends RequestChannel>(channel: C, args: RequestArgs<C>) =>
  [channel, args] as const

/** Where the pages of the call list are cached. */
export const callsKey = ['calls:list-calls'] as const
