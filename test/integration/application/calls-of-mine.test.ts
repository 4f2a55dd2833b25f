import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { controlSimulator, type SimulatorControl } from '../../../scripts/simulator-control.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/start-simulator.ts'
import { composeOnSimulator, type OnSimulator } from '../../fakes/compose-on-simulator.ts'

const customer = '+12125550123'
const everyCall = { filter: noFilter, after: null, limit: 10 }

let simulator: Simulator
let control: SimulatorControl
let host: OnSimulator['host']
let ask: OnSimulator['ask']

beforeEach(async () => {
  simulator = await startSimulator({ ringMs: 100, talkMs: 100 })
  onTestFinished(() => simulator.stop())
  control = controlSimulator(simulator.url)
})

async function start(...keys: readonly string[]): Promise<void> {
  const opened = await composeOnSimulator(simulator, keys)
  onTestFinished(() => opened.application.stop())
  ;({ host, ask } = opened)
  await control.post('/webhooks', { url: opened.application.reach().webhookUrl })
}

test('a call that is deleted is gone from the numbers dialed last', async () => {
  await start(simulator.keys.users['1001'] ?? '')
  await ask('settings:update-settings', { change: { undoSeconds: 0 } })
  const dial = await ask('dialing:propose-dial', { text: customer })
  const confirmation = {
    dialId: dial.id,
    candidateIndex: 0,
    callerId: null,
    isRecorded: false,
    isAgreed: false
  }
  await ask('dialing:confirm-dial', confirmation)
  const recent = async () => (await ask('dialing:get-suggestions', {})).recent.map(({ address }) => address)
  await expect.poll(recent).toEqual([customer])
  const listed = async () => (await ask('calls:list-calls', everyCall)).calls
  await expect.poll(listed).toMatchObject([{ other: { address: customer } }])
  const [call] = await listed()
  await ask('calls:forget-call', { callId: call?.id ?? '' })
  await expect.poll(recent).toEqual([])
})

test('whoever signs in with another extension sees the calls as that one does, and what waits for it', async () => {
  await start()
  const signIn = (extension: string) =>
    ask('session:sign-in', { accountId: simulator.accountId, key: simulator.keys.developer, extension })
  const seen = async () => (await ask('calls:list-calls', everyCall)).calls
  await signIn('1001')
  const { call_id: callId } = await control.post('/calls', { from: '1002', to: '1001' })
  await expect.poll(seen).toMatchObject([{ other: { address: '1002' }, state: 'ringing' }])
  await control.post(`/calls/${String(callId)}/hang-up`, {})
  await expect.poll(() => ask('calls:count-unread', {})).toEqual({ count: 1 })
  const toldCount = () => host.asked.filter((what) => what === 'publish calls:unread-changed').length
  let before = toldCount()
  await ask('session:sign-out', { accountId: simulator.accountId })
  await expect.poll(toldCount).toBeGreaterThan(before)
  await expect.poll(seen).toMatchObject([{ other: { address: '1001' } }])
  before = toldCount()
  await signIn('1002')
  await expect.poll(toldCount).toBeGreaterThan(before)
  expect(await ask('calls:count-unread', {})).toEqual({ count: 0 })
  expect(await seen()).toMatchObject([{ other: { address: '1001' }, state: 'ended', isUnread: false }])
})

test('before another call it is said by name whom I talk to, where a webhook told it', async () => {
  await start()
  const { accountId, keys } = simulator
  await ask('session:sign-in', { accountId, key: keys.developer, extension: '1001' })
  const plan = { outcome: 'answered', answer_after_ms: 50, end_after_ms: 60_000 }
  await control.post('/calls', { from: customer, extension: '1001', caller_name: 'Jo Told', plan })
  const cautions = async () => (await ask('dialing:propose-dial', { text: '1003' })).cautions
  await expect
    .poll(cautions, { timeout: 10_000 })
    .toMatchObject([{ kind: 'on-a-call', text: 'dialing.caution.on-a-call {"other":"Jo Told"}' }])
})
