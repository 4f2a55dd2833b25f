import { t } from '../../text/text.ts'
import chipStyles from '../../ui/chip.module.css'
import styles from './thread-filter-bar.module.css'
import { type ThreadFilter, threadFilters } from './thread-rows.ts'

interface ThreadFilterBarProps {
  readonly filter: ThreadFilter
  readonly onChange: (filter: ThreadFilter) => void
}

/** Which threads the list shows. */
export function ThreadFilterBar({ filter, onChange }: ThreadFilterBarProps) {
  return (
    <fieldset className={styles.bar} aria-label={t('threads.filters')}>
      {threadFilters.map((it) => (
        <button
          key={it}
          type="button"
          className={chipStyles.chip}
          aria-pressed={it === filter}
          onClick={() => onChange(it)}
        >
          {t(`threads.${it}`)}
        </button>
      ))}
    </fieldset>
  )
}
