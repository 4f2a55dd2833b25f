import { CircleAlert, CircleCheck, CircleMinus } from 'lucide-react'
import { ExactTime } from '../../time/index.ts'
import { NameText } from '../../ui/index.ts'
import styles from './entry-row.module.css'

export type EntryKind = 'good' | 'bad' | 'neutral'

interface EntryRowProps {
  readonly kind: EntryKind
  /** What came of it, in a word or two. */
  readonly outcome: string
  readonly name: string | null
  readonly atMs: number
  readonly details: readonly string[]
  /** What was wrong. */
  readonly why: string | null
}

const icons = { good: CircleCheck, bad: CircleAlert, neutral: CircleMinus } as const

/** A request in the list of them. */
export function EntryRow({ kind, outcome, name, atMs, details, why }: EntryRowProps) {
  const Icon = icons[kind]
  return (
    <div className={styles.row} data-kind={kind}>
      <Icon size={16} aria-hidden="true" />
      <span className={styles.what}>
        <strong>{outcome}</strong>
        {name !== null && <NameText className={styles.name}>{name}</NameText>}
      </span>
      <span className={styles.when} data-digits>
        <ExactTime atMs={atMs} />
      </span>
      <NameText className={styles.details}>{details.join(' · ')}</NameText>
      {why !== null && <p className={styles.why}>{why}</p>}
    </div>
  )
}
