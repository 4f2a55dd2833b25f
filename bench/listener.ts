import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createBoundedLog } from '../src/main/core/bounded-log.ts'
import { type Ledger, type Log, noChanges } from '../src/main/core/ports.ts'
import { createTestEvents, hookPath, startListener, webhookToken } from '../src/main/core/webhooks/index.ts'
import { openLedger } from '../src/main/ledger/open-ledger.ts'
import { interleave, median, percentile } from './interleave.ts'
import type { Load, LoadResult } from './load-generator.ts'

const token = 'bench-token'
const connections = 64
const requests = 5_000
const tries = 5

const log: Log = { info() {}, warn() {}, error: (message, details) => console.error(message, details) }
const clock = { nowMs: () => Date.now() }

/** How many events a second come in safely, beside servers that do less for them or do it one by one. */
export async function benchListener(print: (line: object) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'listener-bench-'))
  const open = (name: string, maxBatchSize: number) =>
    openLedger({
      file: join(folder, name),
      encryptionKey: 'ab'.repeat(32),
      reader: { region: 'US', aliases: {} },
      workerFile: new URL('../src/main/ledger/worker.ts', import.meta.url),
      log,
      maxBatchSize
    })
  const durable = await open('durable.db', 500)
  const oneByOne = await open('one-by-one.db', 1)
  const latenciesMs: number[] = []
  try {
    const rates = await interleave({
      tries,
      variants: {
        durable: () => tryListener(durable, latenciesMs),
        commitEach: () => tryListener(oneByOne, []),
        answerAtOnce: () => tryListener(storesNothing, []),
        bareHttp: tryBareHttp
      }
    })
    const rate = median(rates.durable)
    for (const against of ['answerAtOnce', 'commitEach', 'bareHttp'] as const) {
      const other = median(rates[against])
      print({ figure: 'durable events', value: Math.round(rate), unit: '1/s', against, ratio: rate / other })
    }
    for (const share of [0.5, 0.99]) {
      const value = percentile(latenciesMs, share)
      print({ figure: `durable answer, p${share * 100}`, value, unit: 'ms', against: null, ratio: null })
    }
  } finally {
    await Promise.all([durable.close(), oneByOne.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

const storesNothing: Pick<Ledger, 'appendEvent'> = {
  appendEvent: () => Promise.resolve({ isDuplicate: false, changes: noChanges })
}

async function tryListener(ledger: Pick<Ledger, 'appendEvent'>, latenciesMs: number[]): Promise<number[]> {
  const onStored = (): void => {}
  const listener = await startListener({
    ledger,
    clock,
    log,
    tokens: () => [webhookToken(token)],
    testEvents: createTestEvents(),
    requests: createBoundedLog(1_000),
    allowedSources: () => [],
    isBehindTunnel: () => true,
    port: 0,
    onStored
  })
  const rate = await load(listener.port, latenciesMs)
  await listener.close()
  return [rate]
}

/** The least that node:http can do: read the body and answer. */
async function tryBareHttp(): Promise<number[]> {
  const server = createServer((request, response) => {
    request.on('data', () => {}).on('end', () => response.end('OK\n'))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const rate = await load(typeof address === 'object' && address !== null ? address.port : 0, [])
  server.closeAllConnections()
  server.close()
  return [rate]
}

/** Answers the requests a second; what drives them has a thread of its own. */
async function load(port: number, latenciesMs: number[]): Promise<number> {
  const workerData: Load = { port, path: hookPath(token), connections, requests, prefix: crypto.randomUUID() }
  const worker = new Worker(new URL('load-generator.ts', import.meta.url), { workerData })
  const [result]: LoadResult[] = await once(worker, 'message')
  if (result === undefined || result.refused > 0) throw new Error(`${result?.refused} requests were refused`)
  latenciesMs.push(...result.latenciesMs)
  return (requests / result.elapsedMs) * 1000
}
