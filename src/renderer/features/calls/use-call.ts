import type { Call } from '../../../shared/domain/call.ts'
import { useCallPages } from '../../bridge/index.ts'

/** The call among those loaded that `isWanted` says, newest first. */
export function useCall(isWanted: (call: Call) => boolean): Call | undefined {
  return useCallPages().data?.pages.flat().find(isWanted)
}
