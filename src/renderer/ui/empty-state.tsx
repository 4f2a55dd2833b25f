import type { ReactNode } from 'react'
import styles from './states.module.css'

interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title?: string
  readonly text: string
  readonly action?: ReactNode
}

/** What stands where nothing is yet, and what to do about it. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.emptyIcon} aria-hidden="true">
        {icon}
      </span>
      {title && <p className={styles.emptyTitle}>{title}</p>}
      <p>{text}</p>
      {action}
    </div>
  )
}
