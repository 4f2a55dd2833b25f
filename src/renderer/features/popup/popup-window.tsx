import { useRef } from 'react'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { useFitHeight, useWindowKeyDown } from '../../ui/index.ts'
import { PopupStack } from './popup-stack.tsx'
import styles from './popup-window.module.css'
import { useKeyboard } from './use-keyboard.ts'
import { useNewestFocused } from './use-newest-focused.ts'

/** The cards in a window of their own, which is told how tall they are. */
export function PopupWindow() {
  const bridge = useBridge()
  const { giveFocusBack } = useKeyboard()
  const frame = useRef<HTMLDivElement>(null)
  useFitHeight(frame, (heightPx) => {
    // The next change of height tells it again.
    bridge.request('popup:fit-height', { heightPx }).catch(() => {})
  })
  useNewestFocused(frame, useRequest('popup:list-cards', {}).data)
  useWindowKeyDown(({ key }) => {
    if (key === 'Escape') giveFocusBack()
  })
  return (
    <main className={styles.window}>
      <div ref={frame}>
        <PopupStack isNewestFirst />
      </div>
    </main>
  )
}
