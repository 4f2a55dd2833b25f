import { startSimulator } from '../../src/simulator/start-simulator.ts'
import { ask, type DrivenApp } from './launch-app.ts'

export type Voice360ForTest = Awaited<ReturnType<typeof startVoice360>>

interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** A Voice360 of this test's own, and what the test may let happen in it. */
export async function startVoice360() {
  const simulator = await startSimulator()
  const [[extension, key] = ['', '']] = Object.entries(simulator.keys.users)

  const control = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${simulator.url}/_simulator/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  }

  /** Has every event sent to that address. */
  const sendEventsTo = (url: string | null): Promise<void> => control('webhooks', { url, event_type: 'all' })

  async function requestsSeen(wanted: string, endpoint: string): Promise<readonly SeenRequest[]> {
    const response = await fetch(`${simulator.url}/_simulator/requests`)
    const seen: readonly SeenRequest[] = await response.json()
    return seen.filter(({ method, path }) => method === wanted && path.endsWith(endpoint))
  }
  const posted = async (endpoint: string): Promise<readonly unknown[]> =>
    (await requestsSeen('POST', endpoint)).map(({ body }) => body)

  return {
    ...simulator,
    extension,
    key,
    /** Signs in as the first user and has every event sent to the app. */
    async welcome(app: DrivenApp): Promise<void> {
      const { accountId } = simulator
      const signedIn = await ask(app.main, 'session:sign-in', { accountId, key, extension: null })
      if (!signedIn.ok) throw new Error(signedIn.failure.message)
      const { webhookUrl } = await ask(app.main, 'reach:get-reach', {})
      await sendEventsTo(webhookUrl)
    },
    sendEventsTo,
    requestsSeen,
    /** Lets someone outside call the first user, whose phone rings until it is told otherwise. */
    call: (from: string) =>
      control('calls', { from, extension, plan: { outcome: 'answered', answer_after_ms: 60_000 } }),
    /** Lets someone outside call the first user and hang up unanswered. */
    miss: (from: string) =>
      control('calls', { from, extension, plan: { outcome: 'missed', end_after_ms: 500 } }),
    /** Lets someone outside write to one of the account's lines. */
    text: (from: string, to: string, body: string) => control('messages', { from, to, body }),
    dialsSeen: async (): Promise<number> => (await posted('/call/outbound')).length,
    /** The bodies of what was posted to that endpoint, as far as they are JSON. */
    posted
  }
}
