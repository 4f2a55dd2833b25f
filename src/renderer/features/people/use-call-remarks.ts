import type { Call } from '../../../shared/domain/call.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'

/** What the user may say of a call; what becomes of it is told by `calls:call-changed`. */
export function useCallRemarks({ id, outcome }: Call) {
  const bridge = useBridge()
  const offered = useRequest('settings:get-settings', {}).data?.outcomes ?? []
  return {
    // A word that is no longer offered stays with the calls that have it.
    outcomes: outcome === null || offered.includes(outcome) ? offered : [...offered, outcome],
    setNote: (body: string, seen: string) => bridge.request('calls:set-note', { callId: id, body, seen }),
    setOutcome: (chosen: string | null) =>
      bridge.request('calls:set-outcome', { callId: id, outcome: chosen, seen: outcome })
  }
}
