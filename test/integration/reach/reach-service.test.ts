import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createBoundedLog } from '../../../src/main/core/bounded-log.ts'
import { noChanges } from '../../../src/main/core/ports.ts'
import { createReachService, type ReachService } from '../../../src/main/core/reach/index.ts'
import { createSettingsService } from '../../../src/main/core/settings/index.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import { InMemoryDocumentStore } from '../../fakes/in-memory-document-store.ts'
import { InMemoryLedger } from '../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { noTunnels } from '../../fakes/no-tunnels.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

let ledger: InMemoryLedger
let secrets: InMemorySecretStore
let stored: string[]

beforeEach(() => {
  ledger = new InMemoryLedger()
  secrets = new InMemorySecretStore()
  stored = []
})

function reachOn(port: number): ReachService {
  const reach = createReachService({
    ledger,
    secrets,
    clock: createManualClock(9_000),
    log: createRecordingLog(),
    t: textByKey,
    document: new InMemoryDocumentStore(),
    settings: createSettingsService(new InMemoryDocumentStore(), textByKey),
    tunnels: noTunnels,
    readNetwork: () => '',
    host: recordingHost(),
    accountId: () => 61,
    requests: createBoundedLog(100),
    askSimulator: null,
    onGap: () => {},
    port,
    onStored: ({ name }) => void stored.push(name)
  })
  onTestFinished(() => reach.stop())
  return reach
}

async function started(port = 0): Promise<ReachService> {
  const reach = reachOn(port)
  await reach.start()
  return reach
}

const pathOf = ({ current }: ReachService): string => new URL(current.get().webhookUrl ?? '').pathname

/** Not fetch: its Sec-Fetch headers are those of a browser, which the listener does not serve. */
async function deliver({ current }: ReachService): Promise<number> {
  const outgoing = request(current.get().webhookUrl ?? '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' }
  })
  outgoing.end(JSON.stringify({ event_name: 'CALL_ENDED', account_id: '61', metadata: { call_id: 'c1' } }))
  const [incoming] = await once(outgoing, 'response')
  incoming.resume()
  return incoming.statusCode
}

/** A port that another program has, until the test is over. */
async function takenPort(): Promise<number> {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const address = other.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('before it starts nothing gets in', () => {
  expect(reachOn(0).current.get()).toEqual({
    state: 'deaf',
    webhookUrl: null,
    reason: 'reach.starting',
    lastEventAtMs: null,
    eventCount: 0
  })
})

test('it listens without proof, until the first event is the proof', async () => {
  ledger.countEvents = () => Promise.resolve({ count: 40, lastReceivedAtMs: 8_000 })
  const reach = await started()
  expect(reach.current.get()).toMatchObject({
    state: 'degraded',
    reason: 'reach.unproven',
    lastEventAtMs: 8_000,
    eventCount: 40
  })
  expect(await deliver(reach)).toBe(200)
  expect(reach.current.get()).toMatchObject({
    state: 'listening',
    reason: null,
    lastEventAtMs: 9_000,
    eventCount: 41
  })
  expect(stored).toEqual(['CALL_ENDED'])
})

test('the secret in the address is 256 random bits, made once and kept', async () => {
  const first = await started()
  const second = await started()
  expect(pathOf(first)).toMatch(/^\/hooks\/[\w-]{43}$/)
  expect(pathOf(second)).toBe(pathOf(first))
  secrets = new InMemorySecretStore()
  expect(pathOf(await started())).not.toBe(pathOf(first))
})

test('where the port is taken it listens on another and says so, before and after proof', async () => {
  const wanted = await takenPort()
  const reach = await started(wanted)
  const port = Number(new URL(reach.current.get().webhookUrl ?? '').port)
  expect(port).not.toBe(wanted)
  const note = `reach.portTaken ${JSON.stringify({ wanted, port })}`
  expect(reach.current.get().reason).toBe(`${note} reach.unproven`)
  await deliver(reach)
  expect(reach.current.get()).toMatchObject({ state: 'listening', reason: note })
})

test('where no port can be had it is deaf, and says why', async () => {
  const reach = await started(65_536)
  expect(reach.current.get()).toMatchObject({
    state: 'deaf',
    webhookUrl: null,
    reason: expect.stringMatching(/^reach\.cannotListen/)
  })
})

test('stopped, it is deaf, even for what was still being stored', async () => {
  const storing = Promise.withResolvers<Awaited<ReturnType<InMemoryLedger['appendEvent']>>>()
  const asked = Promise.withResolvers<void>()
  ledger.appendEvent = () => {
    asked.resolve()
    return storing.promise
  }
  const reach = await started()
  const delivery = deliver(reach).catch(() => 'broken off')
  await asked.promise
  await reach.stop()
  storing.resolve({ isDuplicate: false, changes: noChanges })
  await expect.poll(() => stored).toEqual(['CALL_ENDED'])
  expect(reach.current.get()).toMatchObject({ state: 'deaf', webhookUrl: null })
  expect(await delivery).toBe('broken off')
})
