import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NodeConnectionOptions } from '@nats-io/transport-node'
import { expect, onTestFinished, vi } from 'vitest'
import { createLiveValue } from '../../../src/main/core/live-value.ts'
import type {
  Clock,
  StreamMessage,
  TeamConnection,
  TeamConnectionState
} from '../../../src/main/core/ports.ts'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import {
  createStreamFollower,
  eventFilters,
  eventStream,
  eventSubject,
  type FollowedStream,
  type Invitation,
  permissionsOf,
  relayedEventSchema,
  type StreamFollower,
  type TeamAccess,
  type TeamCredentials,
  workStream
} from '../../../src/main/core/team/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { createNatsTeamLink } from '../../../src/main/team/nats-team-link.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { webhookEvent } from '../../fakes/webhook-samples.ts'

const accountId = 61
/** Servers are killed and elect leaders in these tests. */
export const patience = { timeout: 20_000, interval: 20 }

export const agent: TeamAccess = {
  accountId,
  extension: '104',
  queueNames: ['Sales'],
  lines: [],
  isTeamWide: false,
  presence: 'none',
  sharesWork: true
}
export const relayUser = { user: 'relay', pass: 'relay' }
const agentUser: TeamCredentials = { kind: 'password', user: 'agent', password: 'agent' }
export const inbox = '_INBOX.agent'

const { publish, subscribe } = permissionsOf(agent, inbox)
/** The server's configuration of the relay, and of the agent with what the agent may. */
export const users = `authorization { users: [
  { user: relay, password: relay },
  { user: agent, password: agent, permissions: {
    publish: { allow: ${JSON.stringify(publish)} }, subscribe: { allow: ${JSON.stringify(subscribe)} } } }
] }`

interface Published {
  readonly index: number
  /** Its number in the stream. */
  readonly seq: number
  readonly isDuplicate: boolean
}

/** The numbers of events in the order in which they are stored: what was tried again may have come later. */
export const asStored = (published: readonly Published[]): readonly number[] =>
  published.toSorted((one, other) => one.seq - other.seq).map(({ index }) => index)

/** What the relay does: it owns the stream and publishes into it. */
export interface Publisher {
  /** Publishes the events of these numbers, of the agent's own calls; resolves when all are stored for good, however often that has to be tried. */
  publish(from: number, to: number, filling?: string): Promise<readonly Published[]>
  /** Publishes something under another's extension. */
  publishOther(): Promise<void>
  /** Whether every server that keeps the events has all of them. */
  isWhole(): Promise<boolean>
  close(): Promise<void>
}

export async function openPublisher(
  servers: readonly string[],
  options: NodeConnectionOptions = {},
  replicas = 1
): Promise<Publisher> {
  const connection = await connect({
    servers: [...servers],
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
    ...options
  })
  onTestFinished(() => connection.close())
  const manager = await jetstreamManager(connection, { checkAPI: false })
  const streams = jetstream(connection)
  await expect
    .poll(
      () =>
        manager.streams
          .add({
            name: eventStream.name,
            subjects: [`${eventStream.stored}.>`],
            allow_direct: true,
            num_replicas: replicas,
            republish: { src: `${eventStream.stored}.>`, dest: `${eventStream.live}.>` }
          })
          .then(() => 'made', String),
      patience
    )
    .toBe('made')
  await manager.streams.add({
    name: workStream.name,
    subjects: [`${workStream.stored}.>`],
    allow_direct: true,
    max_msgs_per_subject: 1,
    num_replicas: replicas
  })

  async function publishOne(index: number, filling: string): Promise<Published> {
    const { metadata: _read, ...event } = call(index, filling)
    const scope = { extension: agent.extension, queueName: index % 2 === 0 ? 'Sales' : null, line: null }
    const subject = `${eventStream.stored}.${eventSubject(accountId, event.name, scope)}`
    const { seq, duplicate } = await vi.waitFor(
      () => streams.publish(subject, JSON.stringify(event), { msgID: event.key, timeout: 2_000 }),
      patience
    )
    return { index, seq, isDuplicate: duplicate }
  }
  return {
    async publish(from, to, filling = '') {
      const acks: Published[] = []
      // Some at once, and in order.
      for (let next = from; next <= to; next += 100)
        acks.push(
          ...(await Promise.all(
            Array.from({ length: Math.min(100, to - next + 1) }, (_, index) =>
              publishOne(next + index, filling)
            )
          ))
        )
      return acks
    },
    async publishOther() {
      const scope = { extension: '105', queueName: null, line: null }
      const subject = eventSubject(accountId, 'CALL_ENDED', scope)
      await streams.publish(`${eventStream.stored}.${subject}`, JSON.stringify(call(0)))
    },
    async isWhole() {
      const { cluster } = await manager.streams.info(eventStream.name)
      return (cluster?.replicas ?? []).every(({ current, offline }) => current && !offline)
    },
    close: () => connection.close()
  }
}

const call = (index: number, filling = '') =>
  webhookEvent(
    'INCOMING_EXTERNAL_CALL',
    { call_id: `c${index}`, from_number: '+15551234567', filling },
    index
  )

/** An app's end of it: connection, follower and real ledger. */
export interface Desktop {
  readonly states: readonly TeamConnectionState[]
  readonly connection: TeamConnection
  readonly follower: StreamFollower
  readonly ledger: OpenedLedger
  /** The numbers of the calls that are in the ledger, in the order in which they came in. */
  readonly calls: () => Promise<readonly number[]>
  stop(): Promise<void>
}

export interface DesktopOptions {
  readonly servers: readonly string[]
  readonly authority?: string | null
  readonly credentials?: TeamCredentials
  readonly pingEveryMs?: number
  /** Where the ledger is kept; in memory where there is none. */
  readonly file?: string
  /** One that is open already, and stays so. */
  readonly ledger?: OpenedLedger
  readonly onMessage?: (message: StreamMessage) => void
  /** What the relay said last of the stream's end. */
  readonly lastSeq?: () => number
  /** By which it is followed. */
  readonly clock?: Clock
}

/** A connection, with what it told of itself. */
export function openConnection({
  servers,
  authority = null,
  credentials = agentUser,
  pingEveryMs
}: DesktopOptions) {
  const states: TeamConnectionState[] = []
  const state = createLiveValue<TeamConnectionState | null>(null)
  const link = createNatsTeamLink({
    clock: systemClock,
    log: createRecordingLog(),
    // The first try again comes soon.
    random: () => 0.02,
    timing: { dialMs: 2_000, ...(pingEveryMs === undefined ? {} : { pingEveryMs }) }
  })
  const access: Pick<Invitation, 'servers' | 'authority' | 'credentials' | 'inbox'> = {
    servers,
    authority,
    credentials,
    inbox
  }
  const connection = link.connect(access, (each) => {
    states.push(each)
    state.set(each)
  })
  onTestFinished(() => connection.close())
  return { connection, states, state }
}

export async function openDesktop(options: DesktopOptions): Promise<Desktop> {
  const ledger = options.ledger ?? (await openTestLedger({ file: options.file ?? null }))
  const { connection, states, state } = openConnection(options)
  const stream = 'events'
  const followed: FollowedStream = {
    connection,
    state,
    stream: eventStream,
    filters: eventFilters(agent),
    readPosition: () => ledger.readStreamPosition(stream),
    async take(message, seq) {
      options.onMessage?.(message)
      const event = relayedEventSchema.parse(JSON.parse(Buffer.from(message.data).toString()))
      await ledger.appendEvent(event, { stream, seq })
    },
    savePosition: (seq) => ledger.saveStreamPosition({ stream, seq }),
    forgetPosition: async () => void (await ledger.forgetStream(stream, null)),
    endsBefore: (newest) => (options.lastSeq?.() ?? newest) < newest,
    clock: options.clock ?? systemClock,
    log: createRecordingLog()
  }
  const follower = createStreamFollower(followed, ledger.recovered)
  follower.start()
  let isStopped = false
  async function stop(): Promise<void> {
    if (isStopped) return
    isStopped = true
    follower.stop()
    await connection.close()
    if (options.ledger === undefined) await ledger.close()
  }
  onTestFinished(stop)
  return {
    states,
    connection,
    follower,
    ledger,
    async calls() {
      const events = await ledger.listEvents({ beforeSeq: null, limit: 20_000, isNotUnderstoodOnly: false })
      return events.map(({ raw }) => Number(/"c(\d+)"/.exec(raw)?.[1])).toReversed()
    },
    stop
  }
}

export const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
