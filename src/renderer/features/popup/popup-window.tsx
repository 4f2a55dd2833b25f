import { useEffect, useRef } from 'react'
import { useBridge } from '../../bridge/index.ts'
import { PopupStack } from './popup-stack.tsx'
import styles from './popup-window.module.css'

/** The cards in a window of their own, which is told how tall they are. */
export function PopupWindow() {
  const bridge = useBridge()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const heightPx = Math.ceil(element.getBoundingClientRect().height)
      // The next change of height tells it again.
      bridge.request('popup:fit-height', { heightPx }).catch(() => {})
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [bridge])
  return (
    <main ref={frame} className={styles.window}>
      <PopupStack />
    </main>
  )
}
