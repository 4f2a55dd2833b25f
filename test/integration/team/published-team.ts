import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { type KV, Kvm } from '@nats-io/kv'
import { connect } from '@nats-io/transport-node'
import { onTestFinished, vi } from 'vitest'
import {
  type EventScope,
  eventStream,
  eventSubject,
  type Invitation,
  type Pulse,
  permissionsOf,
  type RelayedEvent,
  type TeamAccess,
  teamBucket,
  teamKeys
} from '../../../src/main/core/team/index.ts'
import { parseEvent } from '../../../src/main/core/webhooks/index.ts'
import type { EventName } from '../../../src/shared/domain/event-name.ts'
import type { NatsServer } from './nats-server.ts'

const inbox = '_INBOX.agent'
const password = 'a-password-of-the-agent'

/** The server's configuration of a relay, and of one agent with what `access` lets them do. */
export function usersOf(access: TeamAccess): string {
  const { publish, subscribe } = permissionsOf(access, inbox)
  return `authorization { users: [
    { user: relay, password: relay },
    { user: agent, password: "${password}", permissions: {
      publish: { allow: ${JSON.stringify(publish)} }, subscribe: { allow: ${JSON.stringify(subscribe)} } } }
  ] }`
}

export const invitationTo = (server: NatsServer, access: TeamAccess): Invitation => ({
  version: 1,
  team: 'Northern region',
  servers: [server.url],
  authority: null,
  credentials: { kind: 'password', user: 'agent', password },
  inbox,
  expiresAtMs: null,
  access
})

/** A team's stream and bucket, into which a test puts what the relay would. */
export interface PublishedTeam {
  /** An event as Voice360 posts it, which happened and came to the relay then; resolves when it is stored. */
  publish(
    name: EventName,
    metadata: Readonly<Record<string, string>>,
    scope: Partial<EventScope>,
    atMs?: number
  ): Promise<void>
  /** The relay says that it is there, and what of the stream it holds. */
  pulse(): Promise<void>
  /** Retention takes everything that is stored. */
  forgetAll(): Promise<void>
  /** The stream is deleted, and another made in its place. */
  makeAnew(): Promise<void>
}

export async function publishTeam(server: NatsServer, accountId: number): Promise<PublishedTeam> {
  const connection = await connect({
    servers: server.url,
    user: 'relay',
    pass: 'relay',
    maxReconnectAttempts: -1,
    reconnectTimeWait: 50
  })
  onTestFinished(() => connection.close())
  const manager = await jetstreamManager(connection)
  const make = () =>
    manager.streams.add({
      name: eventStream.name,
      subjects: [`${eventStream.stored}.>`],
      allow_direct: true,
      republish: { src: `${eventStream.stored}.>`, dest: `${eventStream.live}.>` }
    })
  await make()
  const bucket: KV = await new Kvm(connection).create(teamBucket)
  const fresh = { asOfMs: null, staleSinceMs: null, staleReason: null }
  let lastEventAtMs: number | null = null

  return {
    async publish(name, metadata, { extension = null, queueName = null, line = null }, atMs = Date.now()) {
      const body = JSON.stringify({
        event_name: name,
        account_id: String(accountId),
        timestamp: Math.floor(atMs / 1_000),
        metadata
      })
      const parsed = parseEvent(
        { method: 'POST', contentType: 'application/json', query: '', body },
        atMs,
        'relay'
      )
      if (parsed.outcome !== 'event') throw new Error(parsed.why)
      const { metadata: _readAgain, ...event } = parsed.envelope
      const relayed: RelayedEvent = event
      const subject = eventSubject(accountId, name, { extension, queueName, line })
      // Its connection may just be coming back; the key makes a second try the same event.
      await vi.waitFor(
        () =>
          jetstream(connection).publish(`${eventStream.stored}.${subject}`, JSON.stringify(relayed), {
            msgID: event.key,
            timeout: 1_000
          }),
        { timeout: 15_000 }
      )
      lastEventAtMs = Date.now()
    },
    async pulse() {
      const { created, state } = await manager.streams.info(eventStream.name)
      const firstAtMs = Date.parse(state.first_ts)
      const pulse: Pulse = {
        atMs: Date.now(),
        relay: 'relay-1',
        stream: {
          createdAtMs: Date.parse(created),
          firstSeq: state.first_seq,
          firstAtMs: state.messages === 0 ? null : firstAtMs,
          lastSeq: state.last_seq
        },
        lastEventAtMs,
        presence: { ...fresh, revisions: { 'online-only': null, 'with-calls': null } },
        queues: { ...fresh, revision: null }
      }
      await bucket.put(teamKeys(accountId).pulse, JSON.stringify(pulse))
    },
    forgetAll: async () => void (await manager.streams.purge(eventStream.name)),
    async makeAnew() {
      await manager.streams.delete(eventStream.name)
      await make()
    }
  }
}
