import type { Queue } from '../../../shared/domain/queue.ts'
import type { ApiQueueAvailability } from '../voice360/index.ts'
import { withSample } from './queue-samples.ts'

/** The queues that an answer tells of, with what is remembered of each; by name, mine first. One that did not change stays the same object. */
export function readQueues(
  answer: readonly ApiQueueAvailability[],
  before: readonly Queue[],
  isMine: (queueName: string) => boolean,
  nowMs: number
): readonly Queue[] {
  const known = new Map(before.map((queue) => [queue.id, queue]))
  const queues = answer.map((told) => readQueue(told, known.get(told.pk), isMine, nowMs))
  const sorted = queues.toSorted(
    (one, other) => Number(other.isMine) - Number(one.isMine) || one.name.localeCompare(other.name)
  )
  return sorted.length === before.length && sorted.every((queue, index) => queue === before[index])
    ? before
    : sorted
}

function readQueue(
  told: ApiQueueAvailability,
  before: Queue | undefined,
  isMine: (queueName: string) => boolean,
  nowMs: number
): Queue {
  const { agents_available: agentsAvailable, active_calls: activeCalls } = told
  const queue: Queue = {
    id: told.pk,
    name: told.queue_name,
    extension: told.extension,
    isMine: isMine(told.queue_name) || isMine(told.name),
    isReady: told.is_ready,
    agentsOnline: told.agents_online,
    agentsAvailable,
    agentsOnCall: told.agents_on_call,
    activeCalls,
    nobodySinceMs: agentsAvailable > 0 ? null : (before?.nobodySinceMs ?? nowMs),
    samples: withSample(before?.samples ?? [], { atMs: nowMs, agentsAvailable, activeCalls })
  }
  return before !== undefined && isSame(before, queue) ? before : queue
}

const isSame = (one: Queue, other: Queue): boolean =>
  one.name === other.name &&
  one.extension === other.extension &&
  one.isMine === other.isMine &&
  one.isReady === other.isReady &&
  one.agentsOnline === other.agentsOnline &&
  one.agentsOnCall === other.agentsOnCall &&
  // What was counted is in the samples.
  one.samples === other.samples
