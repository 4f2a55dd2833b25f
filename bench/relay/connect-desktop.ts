import { AckPolicy, DeliverPolicy, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { createLiveValue, createSignal } from '../../src/main/core/live-value.ts'
import type { Log, TeamConnectionState } from '../../src/main/core/ports.ts'
import { systemClock } from '../../src/main/core/system-clock.ts'
import { createStreamFollower, eventFilters, eventStream } from '../../src/main/core/team/index.ts'
import { createNatsTeamLink } from '../../src/main/team/nats-team-link.ts'
import { accountId, coreSubject, user, type Way } from './desktops-protocol.ts'
import { listenOnWire } from './wire-listener.ts'

interface Desktop {
  readonly server: string
  /** Its own, among all that are connected. */
  readonly name: string
  /** @param seq its number in the stream; null where that is not known */
  readonly take: (data: Uint8Array, seq: number | null) => Promise<void> | void
}

/** Resolves, once all that is published from now on comes, with what ends it. */
type Connect = (desktop: Desktop) => Promise<() => Promise<unknown>>

export const quiet: Log = {
  info() {},
  warn() {},
  error: (message, details) => console.error(message, details)
}

const [everything = ''] = eventFilters({
  accountId,
  extension: '1001',
  queueNames: [],
  lines: [],
  isTeamWide: true,
  presence: 'none',
  sharesWork: false
})

const listenTo =
  (subject: string): Connect =>
  ({ server, take }) =>
    listenOnWire(
      { server, subject, user: user.user, password: user.password },
      (data) => void take(data, null)
    )

export const connectBy: Readonly<Record<Way, Connect>> = {
  listener: listenTo(`${eventStream.live}.${everything}`),
  core: listenTo(coreSubject),

  async app({ server, name, take }) {
    const state = createLiveValue<TeamConnectionState | null>(null)
    const credentials = { kind: 'password', ...user } as const
    const access = { servers: [server], authority: null, credentials, inbox: `_INBOX.${name}` }
    const connection = createNatsTeamLink({ clock: systemClock, log: quiet }).connect(access, state.set)
    let position = 0
    const follower = createStreamFollower(
      {
        connection,
        state,
        stream: eventStream,
        filters: [everything],
        readPosition: () => connection.lastOf(eventStream, everything),
        async take({ data, seq }) {
          await take(data, seq)
          position = seq
        },
        async savePosition(seq) {
          position = Math.max(position, seq)
        },
        async forgetPosition() {
          position = 0
        },
        endsBefore: () => false,
        clock: systemClock,
        log: quiet
      },
      createSignal()
    )
    const { promise: caughtUp, resolve } = Promise.withResolvers<void>()
    follower.isCaughtUp.watch((isCaughtUp) => isCaughtUp && resolve())
    follower.start()
    await caughtUp
    return async () => {
      follower.stop()
      await connection.close()
    }
  },

  async durable({ server, name, take }) {
    const connection = await connect({ servers: server, user: user.user, pass: user.password })
    const manager = await jetstreamManager(connection)
    await manager.consumers.add(eventStream.name, {
      durable_name: name,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.New,
      filter_subject: `${eventStream.stored}.${everything}`
    })
    const consumer = await manager.jetstream().consumers.get(eventStream.name, name)
    await consumer.consume({
      callback(message) {
        void Promise.resolve(take(message.data, message.seq)).then(() => message.ack())
      }
    })
    return async () => {
      // It is gone also where the server fails at its folder, into which it may still be writing (seen with 2.9).
      await manager.consumers.delete(eventStream.name, name).catch(() => undefined)
      await connection.close()
    }
  }
}
