/**
 * The application in a process of its own, which a test kills. It does what `ACTION` says and, where `CRASH_AT` names a point, stops
 * dead there, once it has said that it reached it: nothing goes on in it from then on.
 */
import { Worker } from 'node:worker_threads'
import { composeApplication } from '../../../src/main/compose.ts'
import type { SecretStore } from '../../../src/main/core/ports.ts'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import type { ToWorker } from '../../../src/main/ledger/protocol.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import { readStartOptions } from '../../../src/main/start-options.ts'
import { createTranslate } from '../../../src/main/text/create-translate.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import type { RequestChannel } from '../../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../../src/shared/ipc/contract.ts'
import { bareIngredients } from '../../fakes/bare-ingredients.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import type { Action, CrashPoint, Report } from './crash-plan.ts'
import { draft, ids, line, threadId, to } from './crash-plan.ts'

const action = process.env['ACTION'] as Action
const point = process.env['CRASH_AT'] ?? ''
const nth = Number(process.env['CRASH_AT_NTH'])
const passed = new Map<CrashPoint, number>()

const tell = (report: Report): void => console.log(JSON.stringify(report))

function pass(reached: CrashPoint): void {
  const count = (passed.get(reached) ?? 0) + 1
  passed.set(reached, count)
  if (reached !== point || count !== nth) return
  tell({ kind: 'reached' })
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

// oxlint-disable-next-line typescript/unbound-method -- it is called with the worker that it is asked of
const postMessage = Worker.prototype.postMessage
Worker.prototype.postMessage = function (this: Worker, message: ToWorker) {
  for (const operation of message === 'close' ? [] : message) {
    const name = 'name' in operation ? operation.name : 'appendEvent'
    if (name === 'addIntent') pass('before the intent is written')
    if (name === 'settleIntent') pass('before the outcome is written')
  }
  Reflect.apply(postMessage, this, [message])
}

const fetchAtOnce = globalThis.fetch
globalThis.fetch = (input, init) => {
  const request = new Request(input, init)
  if (request.method === 'POST') pass('before the request')
  return fetchAtOnce(request)
}

/** A keychain that keeps the ledger's key for the next run. */
const secrets: SecretStore = Object.assign(new InMemorySecretStore(), { isPersistent: true })
await secrets.write('ledger-key', 'ab'.repeat(32))

const host = recordingHost()
const application = await composeApplication({
  host: {
    ...host,
    pages: {
      publish(channel, payload) {
        const state = payload !== null && 'state' in payload ? payload.state : null
        const isOut =
          (channel === 'messages:message-changed' && state === 'accepted') ||
          (channel === 'dialing:dial-changed' && state === 'placed')
        if (isOut) pass('after the outcome is written')
      }
    }
  },
  options: readStartOptions([], process.env),
  keys: [process.env['KEY'] ?? ''],
  secrets,
  ...bareIngredients(),
  clock: systemClock,
  log: createRecordingLog(),
  t: createTranslate()
})
await application.start()

async function ask<C extends RequestChannel>(channel: C, args: RequestArgs<C>): Promise<RequestResult<C>> {
  const answer = await application.answer(channel, args)
  if (!answer.ok) throw new Error(`${channel}: ${answer.message}`)
  return answer.value as RequestResult<C>
}

const bodies = ['One', 'Two', 'Three']
const schedule = (count: number, dueAtMs: number | null) =>
  ask('messages:schedule-messages', {
    messages: ids.slice(0, count).map((id, index) => ({ id, body: bodies[index] ?? '' })),
    line,
    to,
    dueAtMs,
    isDespiteStop: false
  })
const send = () =>
  ask('messages:send-message', { intentId: ids[0], line, to, body: 'One', isDespiteStop: false })

/** What the last dial was asked about. */
let asked: readonly string[] = []

/** What is there, once nothing of it waits for its time any more. */
async function look(): Promise<void> {
  let scheduled = await ask('messages:list-scheduled', {})
  while (scheduled.some(({ heldBecause }) => heldBecause === null)) {
    scheduled = await ask('messages:list-scheduled', {})
  }
  const messages = await ask('messages:list-messages', { threadId, before: null, limit: 50 })
  const drafts = await ask('messages:list-drafts', {})
  const { calls } = await ask('calls:list-calls', { filter: noFilter, after: null, limit: 50 })
  tell({
    kind: 'seen',
    messages: messages.map(({ body, state }) => `${body} ${state}`),
    held: scheduled.map(({ body, heldBecause }) => `${body}: ${heldBecause}`),
    drafts: drafts.map(({ body }) => body),
    calls: calls.map(({ other }) => other.address),
    asked
  })
}

/** Confirms what the strip would show, as often as it asks. */
async function dial(): Promise<void> {
  await ask('settings:update-settings', { change: { undoSeconds: 0 } })
  const { id } = await ask('dialing:propose-dial', { text: to })
  const confirm = (isAgreed: boolean) =>
    ask('dialing:confirm-dial', {
      dialId: id,
      candidateIndex: 0,
      callerId: null,
      isRecorded: false,
      isAgreed
    })
  await Promise.all([confirm(false), confirm(false)])
  asked = (await ask('dialing:get-dial', {}))?.asked?.cautions.map(({ kind }) => kind) ?? []
  let current = await ask('dialing:get-dial', {})
  while (current?.state !== 'placed') {
    // The app's timers run in this process too.
    await new Promise((resolve) => setImmediate(resolve))
    if (current?.state === 'confirming') await confirm(true)
    current = await ask('dialing:get-dial', {})
  }
}

const actions: Readonly<Record<Action, () => Promise<unknown>>> = {
  'send twice at once': async () => {
    await ask('messages:save-draft', { draft })
    await Promise.all([send(), send()])
  },
  'send at a time': () => schedule(1, Date.now() + 50),
  'send three parts': () => schedule(3, null),
  'send again': async () => {
    await look()
    await send()
    await look()
  },
  'dial twice at once': dial,
  'dial again': async () => {
    await look()
    await dial()
    await look()
  },
  'send what is held': async () => {
    await look()
    for (const id of ids) await ask('messages:send-scheduled', { scheduledId: id, isDespiteStop: false })
    await look()
  }
}
await actions[action]()
if (point === '') {
  await application.stop()
  process.exit(0)
}
