import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { type QueueDetails, type Queues, unknownQueues } from '../../../shared/domain/queue.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import { createPoller, paceOf } from '../polling/index.ts'
import type { Attention, Clock, Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import {
  type ApiQueueAvailability,
  type ApiResult,
  describeApiFailure,
  type ReadBudget,
  type Voice360Api
} from '../voice360/index.ts'
import { readQueueDetails } from './read-queue-details.ts'
import { readQueues } from './read-queues.ts'

/** Counts change more slowly than who is on the phone, and the public view is shared by an office. */
const usualMs = { developer: 10_000, public: 60_000 } as const

export interface QueuesService {
  readonly current: LiveValue<Queues>
  /** Told each time they were read, changed or not. */
  readonly wasRead: Signal<Queues>
  /** How a queue is set up, asked for when someone wants to see it. */
  getDetails(queueId: number): Promise<Outcome<QueueDetails>>
  /** Which queues are mine may be known better now. */
  myQueuesChanged(): void
  restart(): void
  reconsider(): void
  stop(): void
}

interface Dependencies {
  readonly api: () => Voice360Api | null
  readonly hasDeveloperKey: () => boolean
  readonly isMine: (queueName: string) => boolean
  readonly budget: ReadBudget
  readonly attention: () => Attention
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly random?: () => number
}

/** Reads all queues' counts again and again. */
export function createQueuesService(dependencies: Dependencies): QueuesService {
  const { api, isMine, attention, budget, clock, log, t, random } = dependencies
  const current = createLiveValue<Queues>(unknownQueues)
  const wasRead = createSignal<Queues>()
  let lastReadAtMs: number | null = null
  let lastAnswer: readonly ApiQueueAvailability[] = []

  const subject = () => (dependencies.hasDeveloperKey() ? 'developer' : 'public')
  const poller = createPoller<ApiQueueAvailability[]>({
    request() {
      const client = api()
      return client ? { subject: subject(), send: client.getQueueAvailabilities, answered: take } : null
    },
    paceMs: () => paceOf({ usualMs: usualMs[subject()], attention: attention(), isCallRunning: false }),
    budget,
    clock,
    random
  })

  function take(answer: ApiResult<ApiQueueAvailability[]>): void {
    const nowMs = clock.nowMs()
    const before = current.get()
    if (answer.ok) {
      lastReadAtMs = nowMs
      lastAnswer = answer.value
      const queues = readQueues(answer.value, before.queues, isMine, nowMs)
      if (queues !== before.queues || before.staleSinceMs !== null || before.asOfMs === null)
        current.set({ queues, asOfMs: nowMs, staleSinceMs: null, staleReason: null })
      wasRead.emit(current.get())
      return
    }
    log.warn('The queues could not be read', { kind: answer.failure.kind })
    const staleReason = describeApiFailure(answer.failure, t)
    if (before.staleSinceMs !== null && before.staleReason === staleReason) return
    current.set({ ...before, staleSinceMs: before.staleSinceMs ?? lastReadAtMs ?? nowMs, staleReason })
  }

  return {
    current,
    wasRead,
    async getDetails(queueId) {
      const client = api()
      if (!client) return failed('signed-out', t('queues.signedOut'))
      const answer = await client.getQueue(queueId)
      return answer.ok
        ? succeeded(readQueueDetails(answer.value))
        : failed('not-read', describeApiFailure(answer.failure, t))
    },
    myQueuesChanged() {
      const before = current.get()
      const queues = readQueues(lastAnswer, before.queues, isMine, clock.nowMs())
      if (queues !== before.queues) current.set({ ...before, queues })
    },
    restart() {
      lastReadAtMs = null
      lastAnswer = []
      current.set(unknownQueues)
      poller.restart()
    },
    reconsider: poller.reconsider,
    stop: poller.stop
  }
}
