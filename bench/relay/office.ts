import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createBoundedLog } from '../../src/main/core/bounded-log.ts'
import { noChanges } from '../../src/main/core/ports.ts'
import { createTestEvents, startListener, webhookToken } from '../../src/main/core/webhooks/index.ts'
import { startRelayProcess } from '../../test/integration/relay/relay-process.ts'
import {
  connectToServer,
  startServer,
  token,
  writeConfig
} from '../../test/integration/relay/relay-under-test.ts'
import type { NatsServer } from '../../test/integration/team/nats-server.ts'
import { nowMs } from '../painted.ts'
import { accountId, coreSubject, type FromDesktops, type ToDesktops, type Way } from './desktops-protocol.ts'

const postedAtOnce = 16

type Kept = Pick<Extract<FromDesktops, { kind: 'kept' }>, 'allMs' | 'ledgerMs'>

/** A nats-server, the relay and many desktops, each in a process of its own. */
export interface Office {
  connect(way: Way, desktops: number): Promise<void>
  /** Posts as many as are taken at once; resolves when all desktops have kept them all. */
  post(way: Way, events: number, desktops: number): Promise<Kept>
  postSteadily(events: number, perSecond: number, desktops: number): Promise<Kept>
  disconnect(): Promise<void>
  /** The resident memory of the nats-server. */
  serverMemoryKiB(): number
  close(): Promise<void>
}

export async function openOffice(): Promise<Office> {
  const server = await startServer()
  const relay = await openRelay(server)
  const bare = await startBare(server)
  const desktops = fork(join(import.meta.dirname, 'desktops.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  await answer(desktops, 'connected')

  const postTo = async (url: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: bodyOfEvent()
    })
    if (response.status !== 200) throw new Error(`The relay answered ${response.status}`)
    await response.arrayBuffer()
  }

  async function whenKept(count: number, work: () => Promise<unknown>): Promise<Kept> {
    tell(desktops, { kind: 'expect', keptCount: count })
    const [kept] = await Promise.all([answer(desktops, 'kept'), work()])
    return kept
  }

  return {
    async connect(way, count) {
      tell(desktops, { kind: 'connect', way, count, server: server.url })
      await answer(desktops, 'connected')
    },
    post(way, events, count) {
      const url = way === 'core' ? bare.url : relay.url
      let left = events
      const postSome = async () => {
        while (left > 0) {
          left -= 1
          await postTo(url)
        }
      }
      return whenKept(events * count, () => Promise.all(Array.from({ length: postedAtOnce }, postSome)))
    },
    postSteadily: (events, perSecond, count) =>
      whenKept(events * count, async () => {
        const beganAtMs = nowMs()
        for (let index = 0; index < events; index += 1) {
          await sleep(Math.max(0, beganAtMs + (index * 1_000) / perSecond - nowMs()))
          await postTo(relay.url)
        }
      }),
    async disconnect() {
      tell(desktops, { kind: 'disconnect' })
      await answer(desktops, 'disconnected')
    },
    serverMemoryKiB: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, 'utf8'))?.[1]),
    async close() {
      desktops.disconnect()
      await Promise.all([bare.close(), relay.stop()])
      await server.remove()
    }
  }
}

let eventCount = 0

function bodyOfEvent(): string {
  eventCount += 1
  return JSON.stringify({
    event_name: 'INCOMING_EXTERNAL_CALL',
    account_id: String(accountId),
    timestamp: Math.floor(Date.now() / 1_000),
    metadata: {
      call_id: `bench-${process.pid}-${eventCount}`,
      from_number: `+1415555${1_000 + (eventCount % 9_000)}`,
      to_number: '+15559876543',
      queue_name: 'Sales',
      sent_at_ms: nowMs()
    }
  })
}

async function openRelay(server: NatsServer) {
  const config = writeConfig(server)
  const relay = await startRelayProcess(config.file)
  while ((await relay.ask('/readyz')).status !== 200) await sleep(50)
  return {
    url: relay.url(token),
    async stop() {
      relay.signal('SIGTERM')
      await relay.ended
      config.remove()
    }
  }
}

/** The same listener, but what it takes is only published. */
async function startBare(server: NatsServer) {
  const connection = await connectToServer(server)
  const listener = await startListener({
    ledger: {
      appendEvent({ metadata: _metadata, ...event }) {
        connection.publish(coreSubject, JSON.stringify(event))
        return Promise.resolve({ isDuplicate: false, changes: noChanges })
      }
    },
    clock: { nowMs: () => Date.now() },
    log: { info() {}, warn() {}, error: (message, details) => console.error(message, details) },
    tokens: () => [webhookToken(token)],
    testEvents: createTestEvents(),
    requests: createBoundedLog(1),
    allowedSources: () => [],
    takesAccount: () => 'now',
    trustedProxies: () => [],
    place: { host: '127.0.0.1', port: 0, portCount: 1 },
    onStored() {}
  })
  return {
    url: listener.url(token),
    async close() {
      await listener.close()
      await connection.close()
    }
  }
}

const tell = (process_: ChildProcess, message: ToDesktops): void => void process_.send(message)

async function answer<Kind extends FromDesktops['kind']>(
  desktops: ChildProcess,
  kind: Kind
): Promise<Extract<FromDesktops, { kind: Kind }>> {
  for (;;) {
    const [message]: FromDesktops[] = await once(desktops, 'message')
    if (message?.kind === kind) return message as Extract<FromDesktops, { kind: Kind }>
  }
}
