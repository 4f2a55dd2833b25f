import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { type QueueDetails, type Queues, unknownQueues } from '../../../shared/domain/queue.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type { Reading } from '../polling/index.ts'
import type { Attention, Clock, Log } from '../ports.ts'
import { createTeamOrApi, createTeamQueues, type TeamMembership } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import {
  type ApiQueueAvailability,
  type ApiResult,
  describeApiFailure,
  type ReadBudget,
  type Voice360Api
} from '../voice360/index.ts'
import { createApiQueues } from './api-queues.ts'
import { readQueueDetails } from './read-queue-details.ts'
import { readQueues } from './read-queues.ts'

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
  readonly team: TeamMembership
  readonly isMine: (queueName: string) => boolean
  readonly budget: ReadBudget
  readonly attention: () => Attention
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly random?: () => number
}

/** Knows all queues' counts: from the team where the app belongs to one, else from Voice360. */
export function createQueuesService(dependencies: Dependencies): QueuesService {
  const { api, team, isMine, clock, log, t } = dependencies
  const current = createLiveValue<Queues>(unknownQueues)
  const wasRead = createSignal<Queues>()
  let lastReadAtMs: number | null = null
  let lastAnswer: readonly ApiQueueAvailability[] = []

  const source = createTeamOrApi({
    team,
    shares: () => true,
    fromTeam: ({ connection, access }) =>
      createTeamQueues({ ...dependencies, connection, access, onReading: take }),
    fromApi: createApiQueues({ ...dependencies, answered: takeAnswer }),
    onChange: forget
  })

  function takeAnswer(answer: ApiResult<ApiQueueAvailability[]>): void {
    const atMs = clock.nowMs()
    if (answer.ok) return take({ value: answer.value, atMs, stale: null })
    log.warn('The queues could not be read', { kind: answer.failure.kind })
    take({ value: null, atMs, stale: { sinceMs: null, reason: describeApiFailure(answer.failure, t) } })
  }

  function take({ value, atMs, stale }: Reading<readonly ApiQueueAvailability[]>): void {
    const before = current.get()
    if (value !== null) {
      lastReadAtMs = atMs
      lastAnswer = value
    }
    const queues = value === null ? before.queues : readQueues(value, before.queues, isMine, atMs)
    const next: Queues = {
      queues,
      isKnown: before.isKnown || value !== null,
      staleSinceMs: stale && (stale.sinceMs ?? before.staleSinceMs ?? lastReadAtMs ?? atMs),
      staleReason: stale && stale.reason
    }
    const isSame =
      queues === before.queues &&
      before.isKnown === next.isKnown &&
      next.staleSinceMs === before.staleSinceMs &&
      next.staleReason === before.staleReason
    if (!isSame) current.set(next)
    if (stale === null) wasRead.emit(current.get())
  }

  function forget(): void {
    lastReadAtMs = null
    lastAnswer = []
    current.set(unknownQueues)
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
      forget()
      source.restart()
    },
    reconsider: source.reconsider,
    stop: source.stop
  }
}
