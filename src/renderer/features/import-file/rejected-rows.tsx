import type { RejectedRow } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { CopyButton } from '../../ui/index.ts'
import { reportOf } from './import-report.ts'
import styles from './rejected-rows.module.css'

interface RejectedRowsProps {
  /** What is said of them all. */
  readonly title: string
  /** The first of them. */
  readonly rows: readonly RejectedRow[]
  readonly count: number
}

/** Rows of a file that are not taken, or not as a whole, each with the reason, to be mended in the file or passed on; nothing for none. */
export function RejectedRows({ title, rows, count }: RejectedRowsProps) {
  if (count === 0) return null
  const unseen = count - rows.length
  const heading = t('importing.titleWithCount', { title, count })
  return (
    <section aria-label={title}>
      <div className={styles.header}>
        <h3>{heading}</h3>
        <CopyButton label={t('importing.copyReport')} text={reportOf(heading, rows, count)} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <ul className={styles.rows} tabIndex={0} aria-label={title}>
        {rows.map(({ row, text, reason }) => (
          <li key={row} className={styles.row}>
            <span className={styles.position}>{t('importing.row', { row })}</span>
            <span className={styles.text}>
              <bdi>{text}</bdi>
            </span>
            <span className={styles.reason}>{reason}</span>
          </li>
        ))}
        {unseen > 0 && <li className={styles.row}>{t('importing.andMore', { count: unseen })}</li>}
      </ul>
    </section>
  )
}
