import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { controlSimulator, type SimulatorControl } from '../../../scripts/simulator-control.ts'
import { composeApplication } from '../../../src/main/compose.ts'
import type { Application } from '../../../src/main/core/application.ts'
import type { Clock, SecretStore } from '../../../src/main/core/ports.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import { readStartOptions } from '../../../src/main/start-options.ts'
import { type Call, noFilter } from '../../../src/shared/domain/call.ts'
import type { RequestChannel } from '../../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../../src/shared/ipc/contract.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/start-simulator.ts'
import { bareIngredients } from '../../fakes/bare-ingredients.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { createQuickClock } from '../../fakes/quick-clock.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

const customer = '+12125550123'
const myLine = '+15559876543'
/** A channel has to be there for ten seconds of readings that are four apart, and missing from two to be gone: a few real seconds. */
const patience = { timeout: 20_000 }

let clock: Clock
let simulator: Simulator
let control: SimulatorControl
let host: ReturnType<typeof recordingHost>
let application: Application
let folder: string
let secrets: SecretStore

beforeEach(async () => {
  clock = createQuickClock(10)
  simulator = await startSimulator({ clock })
  onTestFinished(() => simulator.stop())
  control = controlSimulator(simulator.url)
  await control.put('/faults', { drop: 1 })
  folder = mkdtempSync(join(tmpdir(), 'untold-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // A keychain that lasts, so that the ledger is a file and there after a restart.
  const kept = new InMemorySecretStore()
  secrets = {
    name: 'a keychain',
    isPersistent: true,
    read: (name) => kept.read(name),
    write: (name, value) => kept.write(name, value),
    remove: (name) => kept.remove(name)
  }
})

async function start(...keys: readonly string[]): Promise<void> {
  host = recordingHost()
  application = await composeApplication({
    host,
    options: readStartOptions([], {
      VOICE360_API_URL: simulator.apiUrl,
      VOICE360_ACCOUNT_ID: String(simulator.accountId),
      VOICE360_USER_DATA: folder,
      VOICE360_WEBHOOK_PORT: '0'
    }),
    keys,
    secrets,
    ...bareIngredients(),
    clock,
    log: createRecordingLog(),
    t: textByKey
  })
  await application.start()
}
const startWithEveryKey = () => start(simulator.keys.users['1001'] ?? '', simulator.keys.developer)

async function ask<C extends RequestChannel>(channel: C, args: RequestArgs<C>): Promise<RequestResult<C>> {
  const answer = await application.answer(channel, args)
  if (!answer.ok) throw new Error(`${channel}: ${answer.message}`)
  return answer.value as RequestResult<C>
}
const calls = async (): Promise<readonly Call[]> =>
  (await ask('calls:list-calls', { filter: noFilter, after: null, limit: 10 })).calls

const countReadings = async (): Promise<number> => {
  const requests = await control.get<readonly { readonly path: string }[]>('/requests')
  return requests.filter(({ path }) => path.endsWith('/availability')).length
}

/** Brings the webhooks of what happened so far, which were all lost, after all. */
async function deliverLate(): Promise<void> {
  interface Happened {
    readonly event_name: string
    readonly at_ms: number
    readonly metadata: unknown
  }
  for (const { at_ms, ...event } of await control.get<Happened[]>('/events')) {
    const response = await fetch(application.reach().webhookUrl ?? '', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...event, account_id: '61', timestamp: Math.floor(at_ms / 1000) })
    })
    expect(response.status).toBe(200)
  }
}

test('a call whose webhooks are all lost is revealed, ends, and is told of without noise', async () => {
  await startWithEveryKey()
  const { call_id: id } = await control.post('/calls', { from: customer, to: myLine, extension: '1001' })
  await control.post(`/calls/${id}/answer`, { extension: '1001' })
  await expect.poll(calls, patience).toMatchObject([
    {
      direction: 'inbound',
      state: 'answered',
      other: { address: customer },
      isSeenOnly: true,
      isMine: true
    }
  ])
  await control.post(`/calls/${id}/hang-up`, {})
  await expect
    .poll(calls, patience)
    .toMatchObject([{ state: 'ended', isEndApproximate: true, isSeenOnly: true }])
  const [{ startedAtMs, endedAtMs } = { startedAtMs: 0, endedAtMs: 0 }] = await calls()
  expect((endedAtMs ?? 0) - startedAtMs).toBeGreaterThan(8_000)
  expect(await ask('popup:list-cards', {})).toEqual([])
  expect(host.asked.filter((asked) => /popupWindow.show|notify/.test(asked))).toEqual([])
  expect(await ask('calls:count-unread', {})).toEqual({ count: 0 })
  await application.stop()
})

test('a call between colleagues is one call, also after a restart, and becomes the one that webhooks tell of', async () => {
  await startWithEveryKey()
  const { call_id: id } = await control.post('/calls', { from: '1002', to: '1003' })
  await control.post(`/calls/${id}/answer`, {})
  const both = { direction: 'internal', other: { address: '1003' }, agent: { address: '1002' } }
  await expect.poll(calls, patience).toMatchObject([{ ...both, isSeenOnly: true, isMine: false }])
  const [{ id: seenId } = { id: '' }] = await calls()
  await application.stop()

  await startWithEveryKey()
  const readBefore = await countReadings()
  await expect.poll(countReadings, patience).toBeGreaterThan(readBefore + 4)
  expect((await calls()).map((call) => call.id)).toEqual([seenId])

  await deliverLate()
  expect(await calls()).toMatchObject([{ ...both, isSeenOnly: false, state: 'answered' }])
  expect(await ask('calls:get-call', { callId: seenId })).toMatchObject({ isSeenOnly: false })
  await application.stop()
})

test('a call that webhooks tell of is one call, and keeps to what they say', async () => {
  await control.put('/faults', {})
  await startWithEveryKey()
  await control.post('/webhooks', { url: application.reach().webhookUrl })
  const { call_id: id } = await control.post('/calls', { from: customer, to: myLine, extension: '1001' })
  await control.post(`/calls/${id}/answer`, { extension: '1001' })
  await expect.poll(calls).toMatchObject([{ state: 'answered' }])
  const before = await calls()
  const readBefore = await countReadings()
  await expect.poll(countReadings, patience).toBeGreaterThan(readBefore + 4)
  expect(await calls()).toEqual(before)
  await application.stop()
})

test('a user key sees no channels, and so reveals nothing', async () => {
  await start(simulator.keys.users['1001'] ?? '')
  await control.post('/calls', { from: customer, to: myLine, extension: '1001' })
  await expect
    .poll(() => ask('presence:get-presence', {}), patience)
    .toMatchObject({ detail: 'online-only', staleSinceMs: null })
  expect(await calls()).toEqual([])
  await application.stop()
})
