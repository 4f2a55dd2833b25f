import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './states.module.css'

interface BannerProps {
  readonly kind: 'error' | 'warning' | 'note'
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** A line that says what is wrong or worth knowing; an error is announced at once. */
export function Banner({ kind, children, action }: BannerProps) {
  return (
    <div className={styles.banner} data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'note' ? <Info size={16} aria-hidden="true" /> : <CircleAlert size={16} aria-hidden="true" />}
      <span className={styles.bannerText}>{children}</span>
      {action}
    </div>
  )
}
