import { useRef } from 'react'
import { useRequest } from '../../bridge/index.ts'
import styles from './popup-overlay.module.css'
import { PopupStack } from './popup-stack.tsx'
import { useNewestInView } from './use-newest-in-view.ts'

/** The cards over the page, for the host that has no pop-up window. */
export function PopupOverlay() {
  const overlay = useRef<HTMLDivElement>(null)
  useNewestInView(overlay, useRequest('popup:list-cards', {}).data?.at(-1)?.call.id)
  return (
    <div ref={overlay} className={styles.overlay}>
      <PopupStack isNewestFirst={false} />
    </div>
  )
}
