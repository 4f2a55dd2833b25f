import { Hash, User } from 'lucide-react'
import styles from './avatar.module.css'

export type Dot = 'free' | 'busy' | 'offline' | 'unknown'

interface AvatarProps {
  /** Null for a number without a name. */
  readonly name: string | null
  readonly dot?: Dot
  readonly isAnonymous?: boolean
}

/** Initials, and a mark that repeats what a word beside it says. */
export function Avatar({ name, dot, isAnonymous = false }: AvatarProps) {
  return (
    <span className={styles.avatar} aria-hidden="true">
      {name ? initialsOf(name) : isAnonymous ? <User size={15} /> : <Hash size={15} />}
      {dot && <span className={styles.dot} data-dot={dot} />}
    </span>
  )
}

/** The first letters of the first and last word; one letter for scripts that do not separate names. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = Array.from(words[0] ?? '')[0] ?? ''
  const last = words.length > 1 ? (Array.from(words.at(-1) ?? '')[0] ?? '') : ''
  return `${first}${last}`.toLocaleUpperCase()
}
