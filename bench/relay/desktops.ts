import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AckPolicy, DeliverPolicy, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { createLiveValue, createSignal } from '../../src/main/core/live-value.ts'
import type { Log, TeamConnectionState } from '../../src/main/core/ports.ts'
import { systemClock } from '../../src/main/core/system-clock.ts'
import {
  createStreamFollower,
  eventFilters,
  eventStream,
  type RelayedEvent,
  relayedEventSchema
} from '../../src/main/core/team/index.ts'
import { type OpenedLedger, openLedger } from '../../src/main/ledger/open-ledger.ts'
import { createNatsTeamLink } from '../../src/main/team/nats-team-link.ts'
import { nowMs } from '../painted.ts'
import {
  accountId,
  coreSubject,
  type FromDesktops,
  type ToDesktops,
  user,
  type Way
} from './desktops-protocol.ts'

// A process with many desktops in it. All connect as the app does; a few of them have a ledger on the disk.

const ledgerCount = 4
const connectedAtOnce = 25
const quiet: Log = { info() {}, warn() {}, error: (message, details) => console.error(message, details) }
const everything = eventFilters({
  accountId,
  extension: '1001',
  queueNames: [],
  lines: [],
  isTeamWide: true,
  presence: 'none',
  sharesWork: false
})

const folder = mkdtempSync(join(tmpdir(), 'voice360-desktops-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const ledgers = await Promise.all(
  Array.from({ length: ledgerCount }, (_, index) => openBenchLedger(`${index}.db`))
)

function openBenchLedger(name: string): Promise<OpenedLedger> {
  return openLedger({
    file: join(folder, name),
    encryptionKey: 'ab'.repeat(32),
    reader: { region: 'US', aliases: {} },
    workerFile: new URL('../../src/main/ledger/worker.ts', import.meta.url),
    log: quiet
  })
}

let keptCount = 0
let expected = Infinity
let allMs: number[] = []
let ledgerMs: number[] = []

/** What a desktop does with an event: one with a ledger commits it, the others count it. */
async function keep(event: RelayedEvent, desktop: number, position: number | null): Promise<void> {
  const ledger = ledgers[desktop]
  if (ledger !== undefined) {
    const stream = eventStream.name
    await (position === null
      ? ledger.appendEvent(event)
      : ledger.appendEvent(event, { stream, seq: position }))
  }
  const tookMs = nowMs() - JSON.parse(event.raw).metadata.sent_at_ms
  allMs.push(tookMs)
  if (ledger !== undefined) ledgerMs.push(tookMs)
  keptCount += 1
  if (keptCount >= expected) tellKept()
}

function tellKept(): void {
  tell({ kind: 'kept', allMs, ledgerMs })
  keptCount = 0
  expected = Infinity
  allMs = []
  ledgerMs = []
}

const read = (data: Uint8Array): RelayedEvent =>
  relayedEventSchema.parse(JSON.parse(Buffer.from(data).toString()))

type Connect = (server: string, desktop: number) => Promise<() => Promise<unknown>>

const ways: Readonly<Record<Way, Connect>> = {
  async relay(server, desktop) {
    const state = createLiveValue<TeamConnectionState | null>(null)
    const link = createNatsTeamLink({ clock: systemClock, log: quiet })
    const connection = link.connect(
      {
        servers: [server],
        authority: null,
        credentials: { kind: 'password', ...user },
        inbox: `_INBOX.desktop${desktop}`
      },
      state.set
    )
    let position = 0
    const follower = createStreamFollower(
      {
        connection,
        state,
        stream: eventStream,
        filters: everything,
        readPosition: () => connection.lastOf(eventStream, everything[0] ?? ''),
        async take({ data, seq }) {
          await keep(read(data), desktop, seq)
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

  async durable(server, desktop) {
    const connection = await connect({ servers: server, user: user.user, pass: user.password })
    const manager = await jetstreamManager(connection)
    const durable = `desktop${desktop}`
    await manager.consumers.add(eventStream.name, {
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.New,
      filter_subject: `${eventStream.stored}.${everything[0] ?? ''}`
    })
    const consumer = await manager.jetstream().consumers.get(eventStream.name, durable)
    await consumer.consume({
      callback: (message) => void keep(read(message.data), desktop, message.seq).then(() => message.ack())
    })
    return async () => {
      await manager.consumers.delete(eventStream.name, durable)
      await connection.close()
    }
  },

  async core(server, desktop) {
    const connection = await connect({ servers: server, user: user.user, pass: user.password })
    connection.subscribe(coreSubject, {
      callback: (_error, message) => void keep(read(message.data), desktop, null)
    })
    await connection.flush()
    return () => connection.close()
  }
}

let endings: (() => Promise<unknown>)[] = []

async function connectAll(way: Way, count: number, server: string): Promise<void> {
  let next = 0
  const connectSome = async () => {
    while (next < count) {
      const desktop = next
      next += 1
      endings.push(await ways[way](server, desktop))
    }
  }
  await Promise.all(Array.from({ length: connectedAtOnce }, connectSome))
  tell({ kind: 'connected' })
}

async function disconnectAll(): Promise<void> {
  const ended = endings
  endings = []
  for (const end of ended) await end()
  tell({ kind: 'disconnected' })
}

const tell = (message: FromDesktops): void => void process.send?.(message)

process.on('message', (message: ToDesktops) => {
  if (message.kind === 'connect') void connectAll(message.way, message.count, message.server)
  if (message.kind === 'disconnect') void disconnectAll()
  if (message.kind === 'expect') {
    expected = message.keptCount
    if (keptCount >= expected) tellKept()
  }
})
process.once('disconnect', () => process.exit())
tell({ kind: 'connected' })
