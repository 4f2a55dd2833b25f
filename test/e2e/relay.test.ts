import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAppClient } from '../../scripts/app-client.ts'
import { controlSimulator } from '../../scripts/simulator-control.ts'
import { type StartedApp, startApp } from '../../scripts/start-app.ts'
import { writeInvitation } from '../../src/main/core/team/index.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts'
import { type RelayProcess, startRelayProcess } from '../integration/relay/relay-process.ts'
import {
  inviteBy,
  letRead,
  makeSetOfKeys,
  type SetOfKeys,
  webhookTokenOf
} from '../integration/relay/set-of-keys.ts'
import { hasNatsServer } from '../integration/team/nats-server.ts'

const customer = '+12125550123'
const myLine = '+15559876543'

let simulator: Simulator
let keys: SetOfKeys
let relay: RelayProcess
let app: StartedApp

beforeAll(async () => {
  if (!hasNatsServer) return
  simulator = await startSimulator({ seed: 7 })
  keys = await makeSetOfKeys()
  letRead(keys, simulator)
  relay = await startRelayProcess(keys.configFile)
  const userKey = simulator.keys.users['1001'] ?? ''
  app = await startApp({ electron: null, apiUrl: simulator.apiUrl, accountId: 61, keys: [userKey] })
})
afterAll(async () => {
  if (!hasNatsServer) return
  await app.stop()
  relay.signal('SIGTERM')
  await relay.ended
  await keys.remove()
  await simulator.stop()
})

test.skipIf(!hasNatsServer)(
  'from Voice360 by way of the relay to an agent with a user key: the call, who is on it, and no request for presence',
  async () => {
    const control = controlSimulator(simulator.url)
    await control.post('/webhooks', { url: relay.url(webhookTokenOf(keys)) })
    const { invitation } = await inviteBy(
      keys.configFile,
      '--extension',
      '1001',
      '--line',
      myLine,
      '--presence',
      'with-calls'
    )
    const client = await openAppClient(app.ui)
    const text = writeInvitation(invitation)
    expect(await client.request('team:check-invitation', { text })).toMatchObject({ ok: true })
    expect(await client.request('team:join', {})).toMatchObject({ ok: true })
    await expect
      .poll(() => client.request('reach:get-reach', {}), { timeout: 20_000 })
      .toMatchObject({ state: 'listening', tunnel: { kind: 'relay' } })

    const requests = async () =>
      (await control.get<readonly { path: string; key: string }[]>('/requests')).filter(
        ({ path, key }) => path.endsWith('/availability') && key === 'public'
      ).length
    const asked = await requests()
    const { call_id: callId } = await control.post('/calls', { from: customer, to: myLine })
    const ringing = await client.next('popup:cards-changed', (cards) =>
      cards.some(({ call }) => call.state === 'ringing')
    )
    expect(ringing[0]?.call.other.address).toBe(customer)
    await control.post(`/calls/${callId}/answer`, { extension: '1001' })
    await client.next('popup:cards-changed', (cards) => cards.some(({ call }) => call.state === 'answered'))
    await expect
      .poll(() => client.request('presence:get-presence', {}), { timeout: 20_000 })
      .toMatchObject({
        detail: 'with-calls',
        colleagues: expect.arrayContaining([
          expect.objectContaining({
            isMe: true,
            calls: [expect.objectContaining({ other: expect.objectContaining({ address: customer }) })]
          })
        ])
      })
    expect(await requests()).toBe(asked)
  }
)
