import { ListFilter, X } from 'lucide-react'
import { noFilter } from '../../../shared/domain/call.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useTimeZone } from '../../time/index.ts'
import { PopoverButton } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { describeFilter } from './describe-filter.ts'
import styles from './filter-bar.module.css'
import { FilterPanel } from './filter-panel.tsx'

/** What narrows the history: two switches, a panel for the rest, and what the panel set, to be taken away one by one. */
export function FilterBar() {
  const filter = useUiState((ui) => ui.callFilter)
  const setFilter = useUiState((ui) => ui.setCallFilter)
  const doors = useRequest('calls:list-doors', {}).data
  const timeZone = useTimeZone()
  const active = describeFilter(filter, doors?.lines ?? [], timeZone)
  const toggle = (key: 'isMissed' | 'isMine', label: string) => (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={filter[key]}
      onClick={() => setFilter({ ...filter, [key]: !filter[key] })}
    >
      {label}
    </button>
  )
  return (
    <fieldset className={styles.bar} aria-label={t('calls.filters')}>
      {toggle('isMissed', t('calls.filterMissed'))}
      {toggle('isMine', t('calls.filterMine'))}
      <PopoverButton
        label={t('calls.narrow')}
        className={styles.chip}
        icon={<ListFilter size={14} aria-hidden="true" />}
      >
        <FilterPanel filter={filter} onChange={setFilter} />
      </PopoverButton>
      {active.map(({ label, without }) => (
        <button
          key={label}
          type="button"
          className={styles.active}
          title={t('calls.remove', { filter: label })}
          aria-label={t('calls.remove', { filter: label })}
          onClick={() => setFilter({ ...filter, ...without })}
        >
          <bdi className={styles.label}>{label}</bdi>
          <X size={13} aria-hidden="true" />
        </button>
      ))}
      {(active.length > 0 || filter.isMissed || filter.isMine) && (
        <button type="button" className={styles.clear} onClick={() => setFilter(noFilter)}>
          {t('calls.clear')}
        </button>
      )}
    </fieldset>
  )
}
