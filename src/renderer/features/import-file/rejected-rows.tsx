import type { RejectedRow } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { CopyButton } from '../../ui/index.ts'
import { reportOf } from './import-report.ts'
import styles from './rejected-rows.module.css'

interface RejectedRowsProps {
  /** The first of them. */
  readonly rows: readonly RejectedRow[]
  readonly count: number
}

/** The rows of a file that are not taken, each with the reason, to be mended in the file or passed on. */
export function RejectedRows({ rows, count }: RejectedRowsProps) {
  const unseen = count - rows.length
  return (
    <section className={styles.block} aria-label={t('importing.rejectedTitle')}>
      <div className={styles.header}>
        <h3>{t('importing.rejectedTitle')}</h3>
        <CopyButton label={t('importing.copyReport')} text={reportOf(rows, count)} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <ul className={styles.rows} tabIndex={0} aria-label={t('importing.rejectedTitle')}>
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
