import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { loadConfig } from '../../../src/relay/config/load-config.ts'
import { type Relay, startRelay } from '../../../src/relay/serving/start-relay.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { type NatsServer, startNatsServer } from '../team/nats-server.ts'

export const token = 'a-token-that-nobody-could-guess-0123456789'
export const otherToken = 'the-token-of-another-account-0123456789abc'
export const password = 'of-the-relay-0123456789'

/** A server that lets the relay in by its password, and so the test. */
export const startServer = (): Promise<NatsServer> =>
  startNatsServer({ config: `authorization { users: [{ user: relay, password: "${password}" }] }` })

export const connectToServer = ({ url }: NatsServer): Promise<NatsConnection> =>
  connect({ servers: url, user: 'relay', pass: password, reconnectTimeWait: 100 })

/** A relay's configuration and its secrets as files in a folder of their own; `more` stands in place of what is usual. */
export function writeConfig(server: Pick<NatsServer, 'url'>, more: Readonly<Record<string, unknown>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-relay-'))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('token', `${token}\n`)
  write('other-token', `${otherToken}\n`)
  write('password', `${password}\n`)
  const config = {
    name: 'relay-1',
    listen: { host: '127.0.0.1', port: 0 },
    admin: { host: '127.0.0.1', port: 0 },
    accounts: [
      { id: 61, region: 'US', tokenFiles: ['token'], lines: ['+15559876543'] },
      { id: 62, region: 'DE', tokenFiles: ['other-token'] }
    ],
    nats: {
      servers: [server.url],
      credentials: { kind: 'password', user: 'relay', passwordFile: 'password' }
    },
    retention: { maxAgeHours: 24, maxBytes: 64 * 1024 ** 2, replicas: 1 },
    ...more
  }
  write('relay.json', JSON.stringify(config))
  return {
    file: join(folder, 'relay.json'),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}

export interface RunningRelay extends Relay {
  readonly log: ReturnType<typeof createRecordingLog>
  post(body: string, by?: string): Promise<number>
  /** What its admin address answers. */
  ask(path: string): Promise<{ readonly status: number; readonly text: string }>
}

/** One in this process. */
export async function openRelay(
  server: Pick<NatsServer, 'url'>,
  more?: Readonly<Record<string, unknown>>
): Promise<RunningRelay> {
  const { file, remove } = writeConfig(server, more)
  const log = createRecordingLog()
  const relay = await startRelay(await loadConfig(file), { clock: systemClock, log })
  remove()
  return { ...relay, log, ...talkTo(relay) }
}

export const talkTo = ({ port, adminPort }: Pick<Relay, 'port' | 'adminPort'>) => ({
  url: (by: string) => `http://127.0.0.1:${port}/hooks/${by}`,
  async post(body: string, by = token): Promise<number> {
    const response = await fetch(`http://127.0.0.1:${port}/hooks/${by}`, { method: 'POST', body })
    await response.text()
    return response.status
  },
  async ask(path: string) {
    const response = await fetch(`http://127.0.0.1:${adminPort}${path}`)
    return { status: response.status, text: await response.text() }
  }
})
