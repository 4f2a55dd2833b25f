import type { QueueSample } from '../../../shared/domain/queue.ts'
import { t } from '../../text/text.ts'
import { useNow } from '../../time/index.ts'
import { HiddenText } from '../../ui/index.ts'
import { hourPath, largest } from './hour-path.ts'
import styles from './queue-hour.module.css'

const minuteMs = 60_000

/** Who was available and what went on in the last hour, as this app saw it; in words for those who do not see it. */
export function QueueHour({ samples }: { readonly samples: readonly QueueSample[] }) {
  const nowMs = useNow(minuteMs)
  const mostAvailable = largest(samples, 'agentsAvailable')
  const mostCalls = largest(samples, 'activeCalls')
  const label = t('queues.lastHour', { available: mostAvailable, count: mostCalls })
  const top = Math.max(1, mostAvailable, mostCalls)
  return (
    <figure className={styles.hour} title={label}>
      <HiddenText>{label}</HiddenText>
      <svg viewBox="0 0 60 20" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.available} d={hourPath(samples, 'agentsAvailable', top, nowMs)} />
        <path className={styles.calls} d={hourPath(samples, 'activeCalls', top, nowMs)} />
      </svg>
      <figcaption aria-hidden="true">
        <span className={styles.availableKey}>{t('queues.available')}</span>
        <span className={styles.callsKey}>{t('queues.activeCalls')}</span>
        <span>{t('queues.hour')}</span>
      </figcaption>
    </figure>
  )
}
