import type { Call } from '../../../shared/domain/call.ts'
import { useHistoryStore, useRequest } from '../../bridge/index.ts'

/** The call of an id, at once where the history has it; undefined until it is known, and for none. */
export function useCall(callId: string | null): Call | undefined {
  const history = useHistoryStore()
  const query = useRequest('calls:get-call', { callId: callId ?? '' }, { isEnabled: callId !== null })
  if (callId === null) return undefined
  return (query.data === undefined ? history.callOf(callId) : query.data) ?? undefined
}
