import { ArrowLeft, CircleAlert, CircleCheck } from 'lucide-react'
import type { EventReading } from '../../../shared/domain/event-reading.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { IconButton, NameText } from '../../ui/index.ts'
import styles from './event-meaning.module.css'

interface EventMeaningProps {
  readonly reading: EventReading
  readonly onBack: () => void
}

/** What an event tells as it is read now, in a sentence that is announced when it changes. */
export function EventMeaning({ reading, onBack }: EventMeaningProps) {
  const { event, meaning, isUnderstood } = reading
  return (
    <>
      <header className={styles.header}>
        <span className={styles.back}>
          <IconButton label={t('app.back')} icon={<ArrowLeft size={16} />} onClick={onBack} />
        </span>
        <h2>
          <NameText>{event.name}</NameText>
        </h2>
        <span className={styles.when}>
          <Moment atMs={event.receivedAtMs} />
        </span>
      </header>
      <output className={styles.meaning} data-understood={isUnderstood || undefined}>
        {isUnderstood ? (
          <CircleCheck size={18} aria-hidden="true" />
        ) : (
          <CircleAlert size={18} aria-hidden="true" />
        )}
        <span>
          <strong>{t(isUnderstood ? 'eventReading.understood' : 'eventReading.notUnderstood')}</strong>
          <span className={styles.sentence}>{meaning}</span>
        </span>
      </output>
    </>
  )
}
