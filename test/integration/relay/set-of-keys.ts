import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  connect,
  jwtAuthenticator,
  type NatsConnection,
  usernamePasswordAuthenticator
} from '@nats-io/transport-node'
import { type Invitation, readInvitation } from '../../../src/main/core/team/index.ts'
import { parseCommandLine } from '../../../src/relay/command-line.ts'
import { invite } from '../../../src/relay/credentials/invite.ts'
import type { Simulator } from '../../../src/simulator/start-simulator.ts'
import { type NatsServer, startNatsServer } from '../team/nats-server.ts'

const program = 'src/relay/index.ts'
const runNode = promisify(execFile)

/** Runs the program as an administrator does; resolves with what it printed. */
export const runRelayProgram = async (...args: readonly string[]): Promise<string> =>
  (await runNode(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args])).stdout

/** What `init` made, and a server that runs by it. */
export interface SetOfKeys {
  readonly folder: string
  readonly configFile: string
  readonly server: NatsServer
  remove(): Promise<void>
}

/** Makes keys by the program, and starts a server by the file that it wrote, but for the ports. */
export async function makeSetOfKeys(): Promise<SetOfKeys> {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-keys-'))
  await runRelayProgram('init', '--out', folder, '--account', '61', '--team', 'Help desk')
  const written = readFileSync(join(folder, 'nats-server.conf'), 'utf8')
  // The helper has lines of its own for these.
  const config = written.replace(/^(listen|http): .*$/gm, '').replace(/^jetstream \{[^}]*\}/m, '')
  const server = await startNatsServer({ config })
  const configFile = join(folder, 'relay.json')
  const relay = readFileSync(configFile, 'utf8').replaceAll('nats://127.0.0.1:4222', server.url)
  writeFileSync(configFile, relay.replace('8360', '0').replace('8361', '0'))
  return {
    folder,
    configFile,
    server,
    async remove() {
      await server.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Lets the relay ask a Voice360 for presence and queues, by its developer key. */
export function letRead({ folder, configFile }: SetOfKeys, { apiUrl, keys }: Simulator): void {
  writeFileSync(join(folder, 'developer-key'), keys.developer)
  const config = JSON.parse(readFileSync(configFile, 'utf8'))
  Object.assign(config.accounts[0], { apiUrl, developerKeyFile: 'developer-key' })
  writeFileSync(configFile, JSON.stringify(config))
}

/** The secret part of the address that webhooks are sent to. */
export const webhookTokenOf = ({ folder }: SetOfKeys): string =>
  readFileSync(join(folder, 'webhook-token'), 'utf8').trim()

/** Writes an invitation as the program does, in this process. */
export async function inviteBy(configFile: string, ...args: readonly string[]) {
  const command = parseCommandLine(['invite', '--config', configFile, ...args])
  if (!command.ok || command.value.kind !== 'invite') throw new Error(`No invitation by ${args.join(' ')}`)
  const { line, userEntry } = await invite(command.value, Date.now())
  return { invitation: openInvitation(line), userEntry }
}

export function openInvitation(text: string): Invitation {
  const read = readInvitation(text)
  if (!read.ok) throw new Error(read.trouble)
  return read.invitation
}

/** Connects as the app of whoever was invited. */
export const connectAs = ({ credentials, inbox }: Invitation, { url }: NatsServer): Promise<NatsConnection> =>
  connect({
    servers: url,
    inboxPrefix: inbox,
    reconnect: false,
    authenticator:
      credentials.kind === 'jwt'
        ? jwtAuthenticator(credentials.jwt, Buffer.from(credentials.seed))
        : usernamePasswordAuthenticator(
            credentials.kind === 'password' ? credentials.user : '',
            credentials.kind === 'password' ? credentials.password : ''
          )
  })
