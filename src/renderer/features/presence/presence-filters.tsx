import { t } from '../../text/text.ts'
import type { PresenceFilter } from './describe-colleague.ts'
import styles from './presence-filters.module.css'

interface PresenceFiltersProps {
  readonly filters: readonly { readonly filter: PresenceFilter; readonly count: number }[]
  readonly chosen: PresenceFilter
  readonly isOnlineOnly: boolean
  readonly onChoose: (filter: PresenceFilter) => void
}

/** Chips that narrow the board, each with how many it would show. */
export function PresenceFilters({ filters, chosen, isOnlineOnly, onChoose }: PresenceFiltersProps) {
  return (
    <fieldset className={styles.filters} aria-label={t('presence.filter')}>
      {filters.map(({ filter, count }) => (
        <button
          key={filter}
          type="button"
          className={styles.chip}
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {labelOf(filter, isOnlineOnly)} <span className={styles.count}>{count}</span>
        </button>
      ))}
    </fieldset>
  )
}

function labelOf(filter: PresenceFilter, isOnlineOnly: boolean): string {
  switch (filter) {
    case 'all':
      return t('presence.all')
    case 'free':
      return isOnlineOnly ? t('presence.online') : t('presence.free')
    case 'on-call':
      return t('presence.onCall')
    case 'offline':
      return t('presence.offline')
  }
}
