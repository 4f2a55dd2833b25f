import { Check, CircleAlert } from 'lucide-react'
import type { hotkeyStatus } from './hotkey-status-text.ts'
import styles from './hotkeys-section.module.css'

/** What is to be said of a hotkey, told as it changes. */
export function HotkeyStatus({ kind, text }: ReturnType<typeof hotkeyStatus>) {
  return (
    <output className={styles.status} data-kind={kind}>
      {kind === 'good' && <Check size={14} aria-hidden="true" />}
      {kind === 'bad' && <CircleAlert size={14} aria-hidden="true" />}
      {text !== '' && <span>{text}</span>}
    </output>
  )
}
