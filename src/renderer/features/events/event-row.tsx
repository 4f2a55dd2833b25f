import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReceivedEvent } from '../../../shared/domain/event-reading.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { NameText } from '../../ui/index.ts'
import styles from './event-row.module.css'

/** A received webhook in the list: its name, when it came, whether it was understood. */
export function EventRow({ event }: { readonly event: ReceivedEvent }) {
  const { name, receivedAtMs, notUnderstood } = event
  const isUnderstood = notUnderstood === null
  return (
    <div className={styles.row} data-understood={isUnderstood || undefined}>
      {isUnderstood ? (
        <CircleCheck size={16} aria-hidden="true" />
      ) : (
        <CircleAlert size={16} aria-hidden="true" />
      )}
      <NameText className={styles.name}>{name}</NameText>
      <span className={styles.when}>
        <Moment atMs={receivedAtMs} />
      </span>
      <NameText className={styles.detail}>
        {isUnderstood ? t('eventReading.understood') : `${t('eventReading.notUnderstood')}: ${notUnderstood}`}
      </NameText>
    </div>
  )
}
