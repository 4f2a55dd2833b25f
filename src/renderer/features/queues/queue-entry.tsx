import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { Queue } from '../../../shared/domain/queue.ts'
import { t } from '../../text/text.ts'
import { Timer } from '../../time/index.ts'
import { NameText, NumberText, Select } from '../../ui/index.ts'
import { alertChoices } from './alert-choices.ts'
import { QueueDetailsPanel } from './queue-details.tsx'
import styles from './queue-entry.module.css'
import { QueueHour } from './queue-hour.tsx'

interface QueueEntryProps {
  readonly queue: Queue
  readonly isStale: boolean
  /** Null where the user wants to be told of nothing. */
  readonly alertMinutes: number | null
  readonly onAlert: (minutes: number | null) => void
}

/** One queue with its counts; opened, how it is set up and who its agents are. */
export function QueueEntry({ queue, isStale, alertMinutes, onAlert }: QueueEntryProps) {
  const [isOpen, setIsOpen] = useState(false)
  const detailsId = useId()
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <li className={styles.queue}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.name}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Chevron size={16} aria-hidden="true" />
          <NameText>{queue.name}</NameText>
          {queue.extension !== null && (
            <NumberText className={styles.extension}>{queue.extension}</NumberText>
          )}
          {queue.isMine && <span className={styles.mine}>{t('queues.mine')}</span>}
        </button>
        <Readiness queue={queue} isStale={isStale} />
      </div>
      <dl className={styles.counts}>
        <Count
          label={t('queues.available')}
          value={queue.agentsAvailable}
          isWarning={queue.agentsAvailable === 0}
        />
        <Count label={t('queues.onCall')} value={queue.agentsOnCall} />
        <Count label={t('queues.online')} value={queue.agentsOnline} />
        <Count label={t('queues.activeCalls')} value={queue.activeCalls} />
      </dl>
      <QueueHour samples={queue.samples} />
      <label className={styles.alert}>
        <span>{t('queues.tellMe')}</span>
        <Select
          label={t('queues.tellMeOf', { queue: queue.name })}
          value={String(alertMinutes ?? 0)}
          options={alertChoices(alertMinutes)}
          onChange={(minutes) => onAlert(minutes === '0' ? null : Number(minutes))}
        />
      </label>
      <div id={detailsId} className={styles.details} hidden={!isOpen}>
        {isOpen && <QueueDetailsPanel queueId={queue.id} />}
      </div>
    </li>
  )
}

function Readiness({ queue, isStale }: { readonly queue: Queue; readonly isStale: boolean }) {
  if (isStale) return null
  if (queue.nobodySinceMs !== null) {
    return (
      <span className={styles.nobody}>
        {t('queues.nobodySince')} <Timer sinceMs={queue.nobodySinceMs} />
      </span>
    )
  }
  return queue.isReady ? (
    <span className={styles.ready}>{t('queues.ready')}</span>
  ) : (
    <span className={styles.nobody}>{t('queues.notReady')}</span>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly isWarning?: boolean
}

function Count({ label, value, isWarning = false }: CountProps) {
  return (
    <div className={styles.count} data-warning={isWarning || undefined}>
      <dt>{label}</dt>
      <dd data-digits>{value}</dd>
    </div>
  )
}
