import { useCallback } from 'react'
import { useBridge } from '../../bridge/index.ts'

/** Opens the confirmation of a dial; what becomes of it is told by `dialing:dial-changed`. */
export function useProposeDial(): (text: string) => void {
  const bridge = useBridge()
  return useCallback(
    (text) => {
      // Without a connection the page's banner already says why nothing opens.
      bridge.request('dialing:propose-dial', { text }).catch(() => {})
    },
    [bridge]
  )
}
