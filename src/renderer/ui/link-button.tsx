import type { ReactNode } from 'react'
import styles from './link-button.module.css'

interface LinkButtonProps {
  /** A place in this window, `#/settings/events`. */
  readonly href: string
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A link that looks like a button, for what has a screen of its own. */
export function LinkButton({ href, icon, children }: LinkButtonProps) {
  return (
    <a className={styles.link} href={href}>
      {icon}
      {children}
    </a>
  )
}
