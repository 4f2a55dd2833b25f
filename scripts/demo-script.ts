import { randomUUID } from 'node:crypto'
import { startSimulator } from '../src/simulator/start-simulator.ts'
import { openAppClient } from './app-client.ts'
import { controlSimulator } from './simulator-control.ts'
import { startApp } from './start-app.ts'

const myLine = '+15559876543'
const customer = '+12125550123'

/**
 * The main job from end to end without a screen, every step over real HTTP: sign in, a caller's card, a dial, messages both
 * ways, presence. Prints a timeline.
 *
 * @throws Error that names the step which failed
 */
export async function runDemoScript(print: (line: string) => void): Promise<void> {
  const simulator = await startSimulator({ seed: 7, ringMs: 300, talkMs: 1_500 })
  const control = controlSimulator(simulator.url)
  const app = await startApp({
    electron: null,
    apiUrl: simulator.apiUrl,
    accountId: simulator.accountId,
    keys: []
  })
  const startedAtMs = performance.now()

  async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const beganAtMs = performance.now()
    try {
      const result = await work()
      const now = performance.now()
      print(`${(now - startedAtMs).toFixed(0).padStart(6)} ms  ${name} (${(now - beganAtMs).toFixed(0)} ms)`)
      return result
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }

  try {
    const client = await step('open the app', () => openAppClient(app.ui))
    await step('sign in with a user key', async () => {
      const key = simulator.keys.users['1001'] ?? ''
      const outcome = await client.request('session:sign-in', { accountId: 61, key, extension: null })
      if (!outcome.ok) throw new Error(outcome.failure.message)
    })
    await step('add a developer key', async () => {
      const key = simulator.keys.developer
      const outcome = await client.request('session:sign-in', { accountId: 61, key, extension: null })
      if (!outcome.ok) throw new Error(outcome.failure.message)
    })
    await step('see who is there', () =>
      client.next(
        'presence:presence-changed',
        ({ detail, changed }) => detail === 'with-calls' && changed.length === 12
      )
    )
    await control.post('/webhooks', { url: app.webhook })

    const { call_id: callId } = await control.post('/calls', {
      from: customer,
      to: myLine,
      caller_name: 'Ada Lovelace'
    })
    const card = await step('incoming call → caller card', () =>
      client.next('popup:cards-changed', (cards) => cards.some(({ call }) => call.state === 'ringing'))
    )
    if (card[0]?.call.other.address !== customer) throw new Error('caller card: it shows another number')
    await control.post(`/calls/${callId}/answer`, { extension: '1001' })
    await step('answered → the card turns', () =>
      client.next('popup:cards-changed', (cards) => cards.some(({ call }) => call.state === 'answered'))
    )
    await step('presence shows the call', () =>
      client.next('presence:presence-changed', ({ changed }) =>
        changed.some(({ isMe, calls }) => isMe && (calls?.length ?? 0) > 0)
      )
    )
    await control.post(`/calls/${callId}/hang-up`, { by: 'caller' })
    await step('ended', () => client.next('calls:call-changed', ({ state }) => state === 'ended'))

    await step('dial: proposed, confirmed, three seconds to cancel, placed', async () => {
      const dial = await client.request('dialing:propose-dial', { text: '(212) 555-0199' })
      const confirmed = await client.request('dialing:confirm-dial', {
        dialId: dial.id,
        candidateIndex: 0,
        callerId: null,
        isRecorded: false,
        isAgreed: false
      })
      if (!confirmed.ok) throw new Error(confirmed.failure.message)
      await client.next('dialing:dial-changed', (told) => told?.state === 'placed')
    })
    await step('the dialed call ends', () =>
      client.next('calls:call-changed', (call) => call.direction === 'outbound' && call.state === 'ended')
    )

    await step('message out → accepted', async () => {
      const sent = await client.request('messages:send-message', {
        intentId: randomUUID(),
        line: myLine,
        to: customer,
        body: 'Thanks for calling. The quote is on its way.',
        isDespiteStop: false
      })
      if (!sent.ok) throw new Error(sent.failure.message)
    })
    for (const state of ['sent', 'delivered'] as const) {
      await step(`message → ${state}`, () =>
        client.next('messages:message-changed', (message) => message.state === state)
      )
    }
    await control.post('/messages', { from: customer, to: myLine, body: 'Got it, thank you.' })
    await step('message in', () =>
      client.next('messages:message-changed', (message) => message.state === 'received')
    )
    client.close()
  } finally {
    await app.stop()
    await simulator.stop()
  }
}
