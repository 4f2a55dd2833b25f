import { ListOrdered } from 'lucide-react'
import type { Queues } from '../../../shared/domain/queue.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { ClockTime } from '../../time/index.ts'
import { Banner, EmptyState, Loaded } from '../../ui/index.ts'
import { LostCallers } from './lost-callers.tsx'
import { QueueEntry } from './queue-entry.tsx'
import styles from './queues-board.module.css'
import { useQueueAlerts } from './use-queue-alerts.ts'

/** Every queue: who could answer, what goes on, and the last hour. */
export function QueuesBoard() {
  const query = useRequest('queues:list-queues', {})
  return (
    <section className={styles.board} aria-label={t('queues.label')}>
      <Loaded query={query} rows={4}>
        {(queues) => <Board queues={queues} />}
      </Loaded>
    </section>
  )
}

function Board({ queues: { queues, isKnown, staleSinceMs, staleReason } }: { readonly queues: Queues }) {
  const alerts = useQueueAlerts()
  const isStale = staleSinceMs !== null
  return (
    <>
      <header className={styles.header}>
        <h2>{t('queues.label')}</h2>
      </header>
      {staleSinceMs !== null && (
        <Banner kind="warning">
          {t('presence.staleSince')} <ClockTime atMs={staleSinceMs} />
          {': '}
          {staleReason ?? t('presence.staleNoReason')}
        </Banner>
      )}
      {alerts.problem !== null && <Banner kind="error">{alerts.problem}</Banner>}
      {queues.length === 0 && isKnown && (
        <EmptyState
          icon={<ListOrdered size={20} />}
          title={t('queues.emptyTitle')}
          text={t('queues.emptyText')}
        />
      )}
      <div className={styles.scroller}>
        <LostCallers />
        <ul className={styles.queues} data-stale={isStale || undefined}>
          {queues.map((queue) => (
            <QueueEntry
              key={queue.id}
              queue={queue}
              isStale={isStale}
              alertMinutes={alerts.minutesOf(queue.id)}
              onAlert={(minutes) => alerts.set(queue.id, minutes)}
            />
          ))}
        </ul>
      </div>
    </>
  )
}
