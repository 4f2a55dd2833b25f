import type { Line } from '../../../shared/domain/message.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { groupScheduled } from './scheduled-groups.ts'
import styles from './scheduled-list.module.css'
import { ScheduledRow } from './scheduled-row.tsx'

interface ScheduledListProps {
  readonly to: string
  readonly toName: string
  readonly lines: readonly Line[]
}

/** What waits to be sent to this person, or was held back: what becomes of it, and what can be done. */
export function ScheduledList({ to, toName, lines }: ScheduledListProps) {
  const scheduled = useRequest('messages:list-scheduled', {}).data ?? []
  const groups = groupScheduled(scheduled, to)
  if (groups.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('composer.scheduled')}>
      {groups.map((group) => (
        <ScheduledRow key={group.first.id} group={group} toName={toName} lines={lines} />
      ))}
    </ul>
  )
}
