import type { Queue, QueueAlert } from '../../../shared/domain/queue.ts'
import type { Clock, Notifier } from '../ports.ts'
import type { Translate } from '../translate.ts'

/** Tells when a queue has had no agent available for as long as the user said. */
export interface QueueWatch {
  /** The queues were read, just now. */
  queuesRead(queues: readonly Queue[]): void
}

interface Dependencies {
  readonly alerts: () => readonly QueueAlert[]
  readonly isQuiet: () => boolean
  readonly notifier: Notifier
  readonly showQueues: () => void
  readonly clock: Clock
  readonly t: Translate
}

export function createQueueWatch(dependencies: Dependencies): QueueWatch {
  const { alerts, isQuiet, notifier, showQueues, clock, t } = dependencies
  /** The times in which nobody was there that were told of, by queue: each once. */
  const told = new Map<number, number>()

  return {
    queuesRead(queues) {
      const nowMs = clock.nowMs()
      for (const { queueId, minutes } of alerts()) {
        const queue = queues.find(({ id }) => id === queueId)
        const sinceMs = queue?.nobodySinceMs ?? null
        if (queue === undefined || sinceMs === null || told.get(queueId) === sinceMs) continue
        if (nowMs - sinceMs < minutes * 60_000) continue
        told.set(queueId, sinceMs)
        if (isQuiet()) continue
        notifier.notify({
          title: t('notification.nobodyInQueue', { queue: queue.name }),
          body: t('notification.nobodyInQueueFor', { count: Math.floor((nowMs - sinceMs) / 60_000) }),
          onActivate: showQueues
        })
      }
    }
  }
}
