import { useId } from 'react'
import type { CallFilter } from '../../../shared/domain/call.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { dayEndMs, dayStartMs, dayTextOf, useTimeZone } from '../../time/index.ts'
import { inputClass, nameOf, Select } from '../../ui/index.ts'
import styles from './filter-panel.module.css'

interface FilterPanelProps {
  readonly filter: CallFilter
  readonly onChange: (filter: CallFilter) => void
}

interface Choice {
  readonly value: string
  readonly label: string
}

/** The filters that need a choice: queue, line, outcome, and from which day to which, in the profile's zone. */
export function FilterPanel({ filter, onChange }: FilterPanelProps) {
  const doors = useRequest('calls:list-doors', {}).data
  const outcomes = useRequest('settings:get-settings', {}).data?.outcomes ?? []
  const timeZone = useTimeZone()
  const fromId = useId()
  const toId = useId()
  const choose = (key: 'queueName' | 'line' | 'outcome', label: string, choices: readonly Choice[]) => (
    <>
      <span aria-hidden="true">{label}</span>
      <Select
        label={label}
        value={filter[key] ?? ''}
        options={[{ value: '', label: t('calls.any') }, ...withChosen(choices, filter[key])]}
        onChange={(value) => onChange({ ...filter, [key]: value === '' ? null : value })}
      />
    </>
  )
  const same = (value: string): Choice => ({ value, label: value })
  return (
    <div className={styles.panel}>
      {choose('queueName', t('calls.queue'), (doors?.queueNames ?? []).map(same))}
      {choose(
        'line',
        t('calls.line'),
        (doors?.lines ?? []).map((line) => ({ value: line.address, label: nameOf(line) }))
      )}
      {choose('outcome', t('calls.outcome'), outcomes.map(same))}
      <label htmlFor={fromId}>{t('calls.from')}</label>
      <input
        id={fromId}
        type="date"
        className={inputClass}
        value={filter.fromMs === null ? '' : dayTextOf(filter.fromMs, timeZone)}
        onChange={({ target }) => onChange({ ...filter, fromMs: dayStartMs(target.value, timeZone) })}
      />
      <label htmlFor={toId}>{t('calls.to')}</label>
      <input
        id={toId}
        type="date"
        className={inputClass}
        value={filter.toMs === null ? '' : dayTextOf(filter.toMs - 1, timeZone)}
        onChange={({ target }) => onChange({ ...filter, toMs: dayEndMs(target.value, timeZone) })}
      />
    </div>
  )
}

/** The choices with the one that is chosen, also where it is no longer offered. */
const withChosen = (choices: readonly Choice[], chosen: string | null): readonly Choice[] =>
  chosen === null || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: chosen }]
