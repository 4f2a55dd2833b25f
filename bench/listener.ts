import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createBoundedLog } from '../src/main/core/bounded-log.ts'
import { type Ledger, type LedgerChanges, type Log, noChanges } from '../src/main/core/ports.ts'
import { createTestEvents, hookPath, startListener, webhookToken } from '../src/main/core/webhooks/index.ts'
import { type OpenedLedger, openLedger } from '../src/main/ledger/open-ledger.ts'
import { interleave, median, percentile } from './interleave.ts'
import type { Load, LoadResult } from './load-generator.ts'

const token = webhookToken('bench-token')
/** One array, as the app has it: another would be read anew. */
const tunnelEnds = ['127.0.0.0/8', '::1']
const connections = 64
const requests = 5_000
/** So many a second are a flood for an account, and leave connections free: how long one of them takes, not how many there are. */
const calm = 1_000
/** For what does them one by one: they would take minutes. */
const slowRequests = 1_000
const tries = 9
/** What runs for the first time is compiled meanwhile, and what runs often once more: an app that is open all day has done that. */
const warmUps = 4

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
  const lagsMs: number[] = []
  const durableMs: number[] = []
  const bareMs: number[] = []
  const calmDurableMs: number[] = []
  const calmBareMs: number[] = []
  try {
    for (let count = 0; count < warmUps; count += 1) {
      await tryDurable(durable)
      await tryBareHttp()
    }
    const rates = await interleave({
      tries,
      variants: {
        durable: () => tryDurable(durable, { latenciesMs: durableMs }, lagsMs),
        commitEach: () => tryListener(oneByOne, { count: slowRequests }),
        answerAtOnce: () => tryListener(storesNothing),
        bareHttp: () => tryBareHttp({ latenciesMs: bareMs }),
        calmDurable: () => tryDurable(durable, { latenciesMs: calmDurableMs, perSecond: calm }),
        calmBareHttp: () => tryBareHttp({ latenciesMs: calmBareMs, perSecond: calm })
      }
    })
    const rate = median(rates.durable)
    for (const against of ['answerAtOnce', 'commitEach', 'bareHttp'] as const) {
      const other = median(rates[against])
      print({ figure: 'durable events', value: Math.round(rate), unit: '1/s', against, ratio: rate / other })
    }
    const loads = [
      { when: 'all connections busy', ours: durableMs, bare: bareMs },
      { when: `${calm} come each second`, ours: calmDurableMs, bare: calmBareMs }
    ]
    for (const { when, ours, bare } of loads) {
      for (const share of [0.5, 0.99]) {
        const value = percentile(ours, share)
        const figure = `durable answer, p${share * 100}, ${when}`
        print({ figure, value, unit: 'ms', against: 'bareHttp', ratio: value / percentile(bare, share) })
      }
    }
    const lag = { figure: `calls and messages shown after ${requests} events`, unit: 'ms' }
    print({ ...lag, value: median(lagsMs), against: null, ratio: null })
  } finally {
    await Promise.all([durable.close(), oneByOne.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

const storesNothing: Pick<Ledger, 'appendEvent'> = {
  appendEvent: () => Promise.resolve({ isDuplicate: false, changes: noChanges })
}

/** Takes events in until all are answered, then waits until all are calls or messages; how long that is goes to `lagsMs`. */
async function tryDurable(ledger: OpenedLedger, how: Try = {}, lagsMs: number[] = []): Promise<number[]> {
  const shown = new Set<string>()
  const all = Promise.withResolvers<void>()
  const show = ({ calls, messages }: LedgerChanges): void => {
    for (const { id } of [...calls, ...messages]) shown.add(id)
    if (shown.size === requests) all.resolve()
  }
  const unwatch = ledger.projected.watch(show)
  const rates = await tryListener(ledger, { ...how, show })
  const answeredAtMs = performance.now()
  await all.promise
  lagsMs.push(performance.now() - answeredAtMs)
  unwatch()
  // What it does after that is over once it answers.
  await ledger.countEvents()
  return rates
}

interface Try {
  readonly latenciesMs?: number[]
  readonly perSecond?: number
  readonly count?: number
  readonly show?: (changes: LedgerChanges) => void
}

async function tryListener(
  ledger: Pick<Ledger, 'appendEvent'>,
  { latenciesMs = [], count = requests, perSecond, show = () => {} }: Try = {}
): Promise<number[]> {
  const listener = await startListener({
    ledger,
    clock,
    log,
    tokens: () => [token],
    testEvents: createTestEvents(),
    requests: createBoundedLog(1_000),
    allowedSources: () => [],
    takesAccount: () => 'now',
    trustedProxies: () => tunnelEnds,
    place: { host: '127.0.0.1', port: 0, portCount: 1 },
    onStored: (_envelope, changes) => show(changes)
  })
  const rate = await load(listener.port, count, latenciesMs, perSecond)
  await listener.close()
  return [rate]
}

/** The least that node:http can do: read the body and answer. */
async function tryBareHttp({ latenciesMs = [], perSecond }: Try = {}): Promise<number[]> {
  const server = createServer((request, response) => {
    request.on('data', () => {}).on('end', () => response.end('OK\n'))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const rate = await load(port, requests, latenciesMs, perSecond)
  server.closeAllConnections()
  server.close()
  return [rate]
}

/** Answers the requests a second; what drives them has a thread of its own. */
async function load(
  port: number,
  count: number,
  latenciesMs: number[],
  perSecond: number | undefined
): Promise<number> {
  const prefix = crypto.randomUUID()
  const workerData: Load = {
    port,
    path: hookPath(token.value),
    connections,
    requests: count,
    prefix,
    perSecond
  }
  const worker = new Worker(new URL('load-generator.ts', import.meta.url), { workerData })
  const [result]: LoadResult[] = await once(worker, 'message')
  if (result === undefined || result.refused > 0) throw new Error(`${result?.refused} requests were refused`)
  latenciesMs.push(...result.latenciesMs)
  return (count / result.elapsedMs) * 1000
}
