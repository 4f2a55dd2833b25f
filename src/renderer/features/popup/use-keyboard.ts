import { useMemo } from 'react'
import { useBridge } from '../../bridge/index.ts'

/** Asks for the keyboard, which the pop-up has only when its user wants to write, and gives it back. */
export function useKeyboard() {
  const bridge = useBridge()
  return useMemo(
    () => ({
      // Without a connection the keyboard stays where it is.
      takeFocus: () => void bridge.request('popup:take-focus', {}).catch(() => {}),
      giveFocusBack: () => void bridge.request('popup:give-focus-back', {}).catch(() => {})
    }),
    [bridge]
  )
}
