import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
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
import { startGroup } from './desktop-group.ts'
import { accountId, coreSubject, withLedger } from './desktops-protocol.ts'

/** As many connections as the listener's bench has. */
const postedAtOnce = 64
/** In which Linux counts a process's time. */
const tickMs = 10

/** `relay` is all of the product, `app` with every desktop following as the app does: they would measure themselves. */
export type OfficeWay = 'app' | 'relay' | 'durable' | 'core'

/** In milliseconds from the POST: until the desktop with a ledger had it there, and until others had it. */
export interface Kept {
  readonly ledgerMs: readonly number[]
  readonly othersMs: readonly number[]
}

/** A nats-server, the relay, a desktop as it is, with its ledger, and many more in a process of their own. */
export interface Office {
  /** @param desktops how many of them, the one with a ledger included */
  connect(way: OfficeWay, desktops: number): Promise<void>
  /** Posts as many as are taken at once; resolves when all desktops have them all. */
  post(way: OfficeWay, events: number, desktops: number): Promise<Kept>
  postSteadily(events: number, perSecond: number, desktops: number): Promise<Kept>
  disconnect(): Promise<void>
  /** What the nats-server has had of the processors. */
  serverCpuMs(): number
  /** The resident memory of the nats-server. */
  serverMemoryKiB(): number
  close(): Promise<void>
}

export async function openOffice(): Promise<Office> {
  const server = await startServer()
  const relay = await openRelay(server)
  const bare = await startBare(server)
  const one = await startGroup(withLedger)
  const many = await startGroup()

  const agent = new Agent({ keepAlive: true })

  async function postTo(url: string): Promise<void> {
    const headers = { 'Content-Type': 'application/json' }
    const [response]: IncomingMessage[] = await once(
      request(url, { method: 'POST', agent, headers }).end(bodyOfEvent()),
      'response'
    )
    if (response?.statusCode !== 200) throw new Error(`The relay answered ${response?.statusCode}`)
    await once(response.resume(), 'end')
  }

  async function whenKept(events: number, desktops: number, work: () => Promise<unknown>): Promise<Kept> {
    const [ledgerMs, othersMs] = await Promise.all([
      one.whenHad(events),
      many.whenHad(events * (desktops - 1)),
      work()
    ])
    return { ledgerMs, othersMs }
  }

  return {
    async connect(way, desktops) {
      await one.connect(way === 'relay' ? 'app' : way, 1, server.url)
      await many.connect(way === 'relay' ? 'listener' : way, desktops - 1, server.url)
    },
    post(way, events, desktops) {
      const url = way === 'core' ? bare.url : relay.url
      let left = events
      const postSome = async () => {
        while (left > 0) {
          left -= 1
          await postTo(url)
        }
      }
      return whenKept(events, desktops, () => Promise.all(Array.from({ length: postedAtOnce }, postSome)))
    },
    postSteadily: (events, perSecond, desktops) =>
      whenKept(events, desktops, async () => {
        const beganAtMs = nowMs()
        for (let index = 0; index < events; index += 1) {
          await sleep(Math.max(0, beganAtMs + (index * 1_000) / perSecond - nowMs()))
          await postTo(relay.url)
        }
      }),
    async disconnect() {
      await Promise.all([one.disconnect(), many.disconnect()])
    },
    serverCpuMs() {
      const stat = readFileSync(`/proc/${server.pid()}/stat`, 'utf8')
      // Behind the name: the 12th is the time in the process itself, the 13th that in the kernel for it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[11]) + Number(fields[12])) * tickMs
    },
    serverMemoryKiB: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, 'utf8'))?.[1]),
    async close() {
      agent.destroy()
      one.end()
      many.end()
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
