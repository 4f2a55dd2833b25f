import { type ReactNode, type Ref, useId } from 'react'
import styles from './section.module.css'

interface SectionProps {
  readonly title: string
  /** Where the title can be given the focus. */
  readonly titleRef?: Ref<HTMLHeadingElement>
  readonly children: ReactNode
}

/** A titled group of settings. */
export function Section({ title, titleRef, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} ref={titleRef} tabIndex={titleRef ? -1 : undefined}>
        {title}
      </h2>
      <div className={styles.card}>{children}</div>
    </section>
  )
}

interface RowProps {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}

/** One setting: what it is on the left, the choice on the right. */
export function Row({ label, hint, children }: RowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.label}>
        <p>{label}</p>
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.value}>{children}</div>
    </div>
  )
}
