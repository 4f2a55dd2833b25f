import { createLiveValue } from '../../src/main/core/live-value.ts'
import type { Clock, KeyValue, TeamConnection, TeamConnectionState } from '../../src/main/core/ports.ts'
import {
  type Joined,
  type Pulse,
  pulseSchema,
  type TeamAccess,
  type TeamMembership,
  teamBucket,
  teamKeys
} from '../../src/main/core/team/index.ts'
import type { TeamBoard } from '../../src/relay/leader/team-board.ts'

export const agentAccess: TeamAccess = {
  accountId: 61,
  extension: '1001',
  queueNames: [],
  lines: [],
  isTeamWide: false,
  presence: 'with-calls',
  sharesWork: false
}

/** JetStream as one relay writes it and one app reads it, with a wire between them that can be cut. */
export function createInMemoryTeam(clock: Clock) {
  const keys = new Map<string, KeyValue>()
  const subjects = new Map<string, Set<(data: Uint8Array) => void>>()
  let revision = 0
  let isCut = false
  let isFull = false
  let readCount = 0
  let answers = Promise.resolve()
  const pulse = createLiveValue<Pulse | null>(null)

  function put(key: string, value: Uint8Array): number {
    if (isFull) throw new Error('no space left')
    revision += 1
    keys.set(key, { value, revision })
    if (key.endsWith('.pulse') && !isCut)
      pulse.set(pulseSchema.parse(JSON.parse(Buffer.from(value).toString())))
    return revision
  }

  const board: TeamBoard = {
    read: async (key) => keys.get(key) ?? null,
    async write(key, value, before) {
      if ((keys.get(key)?.revision ?? 0) !== before) throw new Error('wrong last sequence')
      return put(key, value)
    },
    async overwrite(key, value) {
      put(key, value)
    },
    tell(subject, data) {
      if (isCut) return
      for (const listener of subjects.get(subject) ?? []) listener(data)
    },
    describeEvents: async () => ({ createdAtMs: 1, firstSeq: 1, firstAtMs: null, lastSeq: 0 }),
    lastEventAtMs: async () => null
  }

  const connection: Pick<TeamConnection, 'get' | 'watchSubject'> = {
    async get(bucket, key) {
      readCount += 1
      const kept = keys.get(key) ?? null
      await answers
      if (isCut || bucket !== teamBucket) throw new Error('no connection')
      return kept
    },
    watchSubject(subject, onMessage) {
      const listeners = subjects.get(subject) ?? new Set()
      subjects.set(subject, listeners.add(onMessage))
      return () => void listeners.delete(onMessage)
    }
  }
  const notHere = () => {
    throw new Error('of no use here')
  }
  const joinedWith = (access: Partial<TeamAccess> = {}): Joined => ({
    team: 'Sales',
    access: { ...agentAccess, ...access },
    connection: {
      ...connection,
      watchStream: notHere,
      readStream: notHere,
      lastOf: notHere,
      put: notHere,
      close: () => Promise.resolve()
    }
  })
  const joined = createLiveValue<Joined | null>(null)
  const state = createLiveValue<TeamConnectionState | null>({ state: 'connected', server: 'here' })

  return {
    board,
    membership: { joined, state, pulse } satisfies TeamMembership,
    joinedWith,
    join: (access?: Partial<TeamAccess>) => joined.set(joinedWith(access)),
    leave: () => joined.set(null),
    /** Nothing gets through between relay and app; what is written stays. */
    cut(isNow: boolean) {
      isCut = isNow
    },
    /** What is read is what was there when it was asked for, and comes when the function that this returns is called. */
    holdAnswers(): () => void {
      const held = Promise.withResolvers<void>()
      answers = held.promise
      return held.resolve
    },
    /** JetStream takes nothing more. */
    fill(isNow: boolean) {
      isFull = isNow
    },
    listenerCount: () => [...subjects.values()].reduce((sum, listeners) => sum + listeners.size, 0),
    readCount: () => readCount,
    /** The pulse that a relay of that name would tell now. */
    pulseNow: (change: Partial<Pulse> = {}): Pulse => ({
      atMs: clock.nowMs(),
      relay: 'relay-1',
      stream: { createdAtMs: 1, firstSeq: 1, firstAtMs: null, lastSeq: 0 },
      lastEventAtMs: null,
      presence: {
        asOfMs: clock.nowMs(),
        staleSinceMs: null,
        staleReason: null,
        revisions: {
          'online-only': keys.get(teamKeys(agentAccess.accountId).presence('online-only'))?.revision ?? null,
          'with-calls': keys.get(teamKeys(agentAccess.accountId).presence('with-calls'))?.revision ?? null
        }
      },
      queues: {
        asOfMs: clock.nowMs(),
        staleSinceMs: null,
        staleReason: null,
        revision: keys.get(teamKeys(agentAccess.accountId).queues)?.revision ?? null
      },
      ...change
    }),
    tellPulse: (next: Pulse) => pulse.set(next)
  }
}
