import styles from './popup-overlay.module.css'
import { PopupStack } from './popup-stack.tsx'

/** The cards over the page, for the host that has no pop-up window. */
export function PopupOverlay() {
  return (
    <div className={styles.overlay}>
      <PopupStack isNewestFirst={false} />
    </div>
  )
}
