import type { RequestChannel } from '../../shared/ipc/channels.ts'
import type { RequestArgs } from '../../shared/ipc/contract.ts'

/** Where the answer of a request is cached. */
export const queryKey = <C extends RequestChannel>(channel: C, args: RequestArgs<C>) =>
  [channel, args] as const

/** Where the last import that was told of is kept: no request answers it. */
export const importProgressKey = ['contacts:import-progressed'] as const
export const messageImportProgressKey = ['messages:import-progressed'] as const
