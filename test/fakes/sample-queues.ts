import type { LostCallers } from '../../src/shared/domain/lost-caller.ts'
import type { Queue, QueueDetails, Queues } from '../../src/shared/domain/queue.ts'
import { longNamed, stranger } from './sample-office.ts'

const minuteMs = 60_000

/** Three queues: one that does well, one without an agent, one with a name as long as names get. */
export function sampleQueues(nowMs: number): Queues {
  const queue = (id: number, change: Partial<Queue>): Queue => ({
    id,
    name: 'Sales Queue',
    extension: '8001',
    isMine: false,
    isReady: true,
    agentsOnline: 5,
    agentsAvailable: 3,
    agentsOnCall: 2,
    activeCalls: 2,
    nobodySinceMs: null,
    samples: [0, 2, 3, 1, 4, 3].map((agentsAvailable, index) => ({
      atMs: nowMs - (60 - index * 10) * minuteMs,
      agentsAvailable,
      activeCalls: (index * 2) % 5
    })),
    ...change
  })
  return {
    queues: [
      queue(100_134, { isMine: true }),
      queue(100_135, {
        name: 'Support Queue',
        extension: '8002',
        isReady: false,
        agentsAvailable: 0,
        agentsOnCall: 4,
        activeCalls: 7,
        nobodySinceMs: nowMs - 2 * minuteMs - 15_000
      }),
      queue(100_136, {
        name: 'Warranty, returns and repairs for customers of the northern and the western regions',
        extension: null,
        samples: []
      })
    ],
    isKnown: true,
    staleSinceMs: null,
    staleReason: null
  }
}

/** Someone who tried twice, someone I am on, and callers without a number. */
export const sampleLostCallers = (nowMs: number): LostCallers => ({
  callers: [
    {
      party: stranger,
      attemptCount: 2,
      firstAtMs: nowMs - 12 * minuteMs,
      lastAtMs: nowMs - 4 * minuteMs,
      lastState: 'abandoned',
      queueNames: ['Support Queue'],
      claim: null,
      revision: 0
    },
    {
      party: longNamed,
      attemptCount: 1,
      firstAtMs: nowMs - 95 * minuteMs,
      lastAtMs: nowMs - 95 * minuteMs,
      lastState: 'timed-out',
      queueNames: [
        'Sales Queue',
        'Warranty, returns and repairs for customers of the northern and the western regions'
      ],
      claim: { by: null, atMs: nowMs - minuteMs, isOld: false },
      revision: 0
    }
  ],
  anonymousCount: 3,
  anonymousLastAtMs: nowMs - 30 * minuteMs,
  isTeamOffline: false
})

export const sampleQueueDetails = (id: number): QueueDetails => ({
  id,
  strategy: 'ringall',
  timeoutS: 20,
  retryS: 5,
  wrapUpS: 10,
  maxLength: 0,
  members: [
    { extension: '1001', name: 'John Smith' },
    { extension: '1002', name: 'Anna Weber' }
  ]
})
