import { useCallback } from 'react'
import { useBridge } from '../../bridge/index.ts'

/** The parser takes no longer text: of one cut off, another number could be left. */
export const longestDialText = 2_000

/** Opens the confirmation of a dial; what becomes of it is told by `dialing:dial-changed`. Nothing is done about a text too long. */
export function useProposeDial(): (text: string) => void {
  const bridge = useBridge()
  return useCallback(
    (text) => {
      if (text.length > longestDialText) return
      // Without a connection the page's banner already says why nothing opens.
      bridge.request('dialing:propose-dial', { text }).catch(() => {})
    },
    [bridge]
  )
}
