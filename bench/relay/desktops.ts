import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventStream, relayedEventSchema } from '../../src/main/core/team/index.ts'
import { openLedger } from '../../src/main/ledger/open-ledger.ts'
import { nowMs } from '../painted.ts'
import { connectBy, quiet } from './connect-desktop.ts'
import { type FromDesktops, type ToDesktops, type Way, withLedger } from './desktops-protocol.ts'

// A process with one desktop in it that keeps its events, or with many that count them.

/** Of many, one of so many is timed. */
const timedOf = 10
const connectedAtOnce = 25
const ledger = process.argv[2] === withLedger ? await openBenchLedger() : null

function openBenchLedger() {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-desktops-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return openLedger({
    file: join(folder, 'ledger.db'),
    encryptionKey: 'ab'.repeat(32),
    reader: { region: 'US', aliases: {} },
    workerFile: new URL('../../src/main/ledger/worker.ts', import.meta.url),
    log: quiet
  })
}

let hadCount = 0
let expected = Infinity
let timesMs: number[] = []

function count(data: Uint8Array, desktop: number): void {
  if (desktop % timedOf === 0) timesMs.push(tookMs(data))
  hadCount += 1
  if (hadCount >= expected) tellHad()
}

async function keep(data: Uint8Array, seq: number | null): Promise<void> {
  const event = relayedEventSchema.parse(JSON.parse(Buffer.from(data).toString()))
  await ledger?.appendEvent(event, seq === null ? undefined : { stream: eventStream.name, seq })
  count(data, 0)
}

/** How long ago it was posted. */
function tookMs(data: Uint8Array): number {
  const sentAtMs = Number(/sent_at_ms\D+([\d.]+)/.exec(Buffer.from(data).toString('latin1'))?.[1])
  return nowMs() - sentAtMs
}

function tellHad(): void {
  tell({ kind: 'had', tookMs: timesMs })
  hadCount = 0
  expected = Infinity
  timesMs = []
}

let endings: (() => Promise<unknown>)[] = []

async function connectAll(way: Way, desktopCount: number, server: string): Promise<void> {
  let next = 0
  const connectSome = async () => {
    while (next < desktopCount) {
      const desktop = next
      next += 1
      const name = `desktop-${process.pid}-${desktop}`
      const take = ledger === null ? (data: Uint8Array) => count(data, desktop) : keep
      endings.push(await connectBy[way]({ server, name, take }))
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
    expected = message.count
    if (hadCount >= expected) tellHad()
  }
})
process.once('disconnect', () => process.exit())
tell({ kind: 'connected' })
