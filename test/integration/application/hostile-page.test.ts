import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { controlSimulator, type SimulatorControl } from '../../../scripts/simulator-control.ts'
import { composeApplication } from '../../../src/main/compose.ts'
import type { Application } from '../../../src/main/core/application.ts'
import { maxMessagesPerMinute } from '../../../src/main/core/messages/send-budget.ts'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import { readStartOptions } from '../../../src/main/start-options.ts'
import { type RequestChannel, requestChannels } from '../../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../../src/shared/ipc/contract.ts'
import { SeededRandom } from '../../../src/simulator/seeded-random.ts'
import { startSimulator } from '../../../src/simulator/start-simulator.ts'
import { bareIngredients } from '../../fakes/bare-ingredients.ts'
import { enliven, hostileRequest } from '../../fakes/hostile-requests.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

const seed = 9
const requestCount = 100_000
const atOnce = 250
const sending: readonly RequestChannel[] = [
  'messages:send-message',
  'messages:schedule-messages',
  'messages:send-scheduled'
]

let application: Application
let control: SimulatorControl
let key: string
/** Everything that crossed to the page: answers and events. */
let crossed: string[]

beforeEach(async () => {
  const simulator = await startSimulator()
  key = simulator.keys.users['1001'] ?? ''
  crossed = []
  control = controlSimulator(simulator.url)
  const host = recordingHost()
  application = await composeApplication({
    host: { ...host, pages: { publish: (_channel, payload) => void crossed.push(JSON.stringify(payload)) } },
    options: readStartOptions([], {
      VOICE360_API_URL: simulator.apiUrl,
      VOICE360_ACCOUNT_ID: String(simulator.accountId),
      VOICE360_WEBHOOK_PORT: '0'
    }),
    keys: [key, simulator.keys.developer],
    secrets: new InMemorySecretStore(),
    ...bareIngredients(),
    clock: systemClock,
    log: createRecordingLog(),
    t: textByKey
  })
  await application.start()
  onTestFinished(async () => {
    await application.stop()
    await simulator.stop()
  })
})

async function ask<C extends RequestChannel>(channel: C, args: RequestArgs<C>): Promise<RequestResult<C>> {
  const answer = await application.answer(channel, args)
  if (!answer.ok) throw new Error(`${channel}: ${answer.message}`)
  return answer.value as RequestResult<C>
}

interface SeenPost {
  readonly path: string
  readonly body: { readonly to?: string }
}
const posted = async (endpoint: string): Promise<readonly SeenPost[]> =>
  (await control.get<(SeenPost & { method: string })[]>('/requests')).filter(
    ({ method, path }) => method === 'POST' && path.endsWith(endpoint)
  )
const piecesOf = (secret: string): readonly string[] =>
  Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8))
/** What becomes of arguments on their way out of a page: what cannot be cloned never leaves it. */
function acrossProcesses(args: unknown): unknown {
  try {
    return structuredClone(enliven(args))
  } catch {
    return undefined
  }
}
const idsIn = (text: string): readonly string[] =>
  text.match(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g) ?? []

test('100,000 requests of a page that was taken over call nobody, crash nothing, and learn no piece of a key', {
  timeout: 120_000
}, async () => {
  const random = new SeededRandom(seed)
  const channels = requestChannels.filter(
    (channel) => channel !== 'session:sign-out' && !channel.startsWith('start:')
  )
  const prototypes = [Object.prototype, Array.prototype, Function.prototype]
  const before = prototypes.map((prototype) => Reflect.ownKeys(prototype))
  let ids: readonly string[] = []
  let acceptedCount = 0
  const codes = new Map<string, number>()

  for (let asked = 0; asked < requestCount; asked += atOnce) {
    // What the page learned of is never what is on show now.
    const shown = await ask('dialing:propose-dial', { text: '+12125550199' })
    const requests = Array.from({ length: atOnce }, () => hostileRequest(random, ids, channels))
    const answers = await Promise.all(
      requests.map(async ({ channel, args }) => {
        const answer = await application.answer(channel, acrossProcesses(args))
        if (answer.ok && sending.some((one) => one === channel)) acceptedCount += 1
        const code = answer.ok ? 'ok' : answer.code
        codes.set(code, (codes.get(code) ?? 0) + 1)
        return JSON.stringify(answer)
      })
    )
    crossed.push(...answers)
    ids = answers
      .flatMap(idsIn)
      .filter((id) => id !== shown.id)
      .slice(-50)
  }

  expect(await posted('/call/outbound')).toEqual([])
  expect((await posted('/sms/send')).length).toBeLessThanOrEqual(
    Math.min(acceptedCount, maxMessagesPerMinute)
  )
  const all = crossed.join('\n')
  expect(piecesOf(key).filter((piece) => all.includes(piece))).toEqual([])
  expect(prototypes.map((prototype) => Reflect.ownKeys(prototype))).toEqual(before)
  // It was taken seriously: much was understood, much was not, and nothing of it was a fault of the app.
  expect([...codes.keys()].toSorted()).toEqual(['bad-request', 'ok', 'unknown-request'])
  expect(codes.get('ok')).toBeGreaterThan(requestCount / 10)
  expect(await ask('session:get-session', {})).toMatchObject({ status: 'signed-in' })
})

/** Proposes, and confirms whatever is asked, as a page can that its user does not see. */
async function dial(text: string): Promise<void> {
  const { id } = await ask('dialing:propose-dial', { text })
  for (const candidateIndex of [0, 0, 1]) {
    const confirmation = { dialId: id, candidateIndex, callerId: null, isRecorded: false, isAgreed: true }
    await ask('dialing:confirm-dial', confirmation)
  }
  await expect
    .poll(async () => (await ask('dialing:get-dial', {}))?.state)
    .toMatch(/^(confirming|placed|refused)$/)
}

test('a page that confirms by itself reaches no number that is refused, and no more others than a minute may have', async () => {
  await ask('settings:update-settings', { change: { undoSeconds: 0 } })
  for (const refused of [
    '911',
    '112',
    '+1 911',
    '+19005550123',
    '*72',
    '*21*+12125550123#',
    'tel:+19005550123'
  ]) {
    await dial(refused)
  }
  expect(await posted('/call/outbound')).toEqual([])

  const { id: replaced } = await ask('dialing:propose-dial', { text: '+12125550198' })
  await ask('dialing:propose-dial', { text: '+12125550199' })
  const stale = { dialId: replaced, candidateIndex: 0, callerId: null, isRecorded: false, isAgreed: true }
  expect(await ask('dialing:confirm-dial', stale)).toMatchObject({ ok: false })

  const { dialsPerMinute } = await ask('settings:get-settings', {})
  for (let count = 0; count < 2 * dialsPerMinute; count += 1) await dial(`+1212555${String(1_000 + count)}`)
  expect(await posted('/call/outbound')).toHaveLength(dialsPerMinute)
})
