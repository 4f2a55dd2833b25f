import type { ReactNode } from 'react'
import styles from './front-panel.module.css'

interface FrontPanelProps {
  readonly icon: ReactNode
  readonly children: ReactNode
}

/** One thing to settle before there is anything else to see, in the middle of the window. */
export function FrontPanel({ icon, children }: FrontPanelProps) {
  return (
    <main className={styles.screen}>
      <div className={styles.panel}>
        <span className={styles.mark} aria-hidden="true">
          {icon}
        </span>
        {children}
      </div>
    </main>
  )
}
