import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node'
import { vi } from 'vitest'
import { eventStream, type Invitation } from '../../../src/main/core/team/index.ts'
import { setUpJetStream, type TeamStreams } from '../../../src/relay/nats/set-up-jetstream.ts'
import type { NatsServer } from '../team/nats-server.ts'
import { type Agent, openAgent } from './agent-under-test.ts'
import { connectToServer, startServer, writeConfig } from './relay-under-test.ts'
import { connectAs, inviteBy, makeSetOfKeys, openInvitation, runRelayProgram } from './set-of-keys.ts'

const retention = { maxAgeHours: 1, maxBytes: 16 * 1024 ** 2, replicas: 1 } as const
const own = ['--extension', '1001', '--queue', 'Help desk', '--line', '+15559876543'] as const

/** Everything that is stored, each under a subject that nobody but those it names may read. */
export const events = [
  '61.USER_DIAL.1001.-.-',
  '61.INCOMING_EXTERNAL_CALL.-.Help=20desk.-',
  '61.SMS_RECEIVED.-.-.=2B15559876543',
  '61.USER_DIAL.1002.-.1001',
  '61.USER_DIAL.1002.-.-',
  '61.QUEUE_NO_ANSWER.-.Sales.-',
  '61.SMS_RECEIVED.-.-.=2B15550000000',
  '61.CALL_ENDED.-.-.-',
  '62.USER_DIAL.1001.-.-'
] as const

/** A server with four people who were invited to it, and events of everybody. */
export interface Place {
  readonly server: NatsServer
  readonly streams: TeamStreams
  readonly nats: NatsConnection
  readonly agent: Agent
  readonly colleague: Agent
  readonly boss: Agent
  readonly loner: Agent
  remove(): Promise<void>
}

/** Users by JWTs that the set's key signed; the first is invited by the program itself. */
export async function openWithJwts(): Promise<Place> {
  const keys = await makeSetOfKeys()
  const { server, configFile } = keys
  const creds = readFileSync(join(keys.folder, 'relay.creds'))
  const nats = await connect({ servers: server.url, authenticator: credsAuthenticator(creds) })
  const line = await runRelayProgram('invite', '--config', configFile, ...own)
  const others = await Promise.all(
    otherPeople.map(async (person) => (await inviteBy(configFile, ...person)).invitation)
  )
  const people = [openInvitation(line), ...others]
  return open(server, nats, people, () => keys.remove())
}

/** Users by passwords, in the server's own configuration. */
export async function openWithPasswords(): Promise<Place> {
  const plain = await startServer()
  const { file, remove } = writeConfig(plain, {
    accounts: [{ id: 61, region: 'US', tokenFiles: ['token'] }],
    invitations: { team: 'Help desk', servers: [plain.url] }
  })
  const invited = await Promise.all(
    [own, ...otherPeople].map((person) => inviteBy(file, ...person, '--password-users'))
  )
  remove()
  const relay = '{ user: relay, password: "of-the-relay-0123456789" }'
  const users = [relay, ...invited.map(({ userEntry }) => userEntry)].join('\n')
  plain.reload(`authorization { users: [\n${users}\n] }`)
  const people = invited.map(({ invitation }) => invitation)
  // It reads its configuration anew some time after it was told to.
  await vi.waitFor(async () => (await connectAs(people[0] as Invitation, plain)).close(), { timeout: 5_000 })
  return open(plain, await connectToServer(plain), people, () => plain.remove())
}

const otherPeople = [
  ['--extension', '1002', '--presence', 'with-calls'],
  ['--extension', '1003', '--team-wide'],
  ['--extension', '1004', '--presence', 'none', '--no-shared-work']
] as const

async function open(
  server: NatsServer,
  nats: NatsConnection,
  people: readonly Invitation[],
  remove: () => Promise<void>
): Promise<Place> {
  const streams = await setUpJetStream(nats, retention)
  for (const event of events) await streams.js.publish(`${eventStream.stored}.${event}`, event)
  const agents = await Promise.all(people.map((person) => openAgent(person, server)))
  const [agent, colleague, boss, loner] = agents as [Agent, Agent, Agent, Agent]
  return {
    server,
    streams,
    nats,
    agent,
    colleague,
    boss,
    loner,
    async remove() {
      for (const each of agents) await each.close()
      await nats.close()
      await remove()
    }
  }
}
