import { once } from 'node:events'
import { type Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createBoundedLog } from '../../../src/main/core/bounded-log.ts'
import { noChanges } from '../../../src/main/core/ports.ts'
import {
  createTestEvents,
  type EventEnvelope,
  type ListenerOptions,
  type RequestLog,
  startListener,
  type TestEvents,
  type WebhookListener,
  webhookToken
} from '../../../src/main/core/webhooks/index.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { webhookBody } from '../../fakes/webhook-samples.ts'

export const token = 'a-token-of-256-bits'
export const body = webhookBody('SMS_RECEIVED', {
  message_id: 'm1',
  from: '+15551234567',
  to: '+15559876543',
  body: 'Hi'
})

interface Sending {
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Buffer
  readonly agent?: Agent
}

/** A listener with a ledger that takes everything, and what came of it. */
export interface ListenerUnderTest {
  readonly listener: WebhookListener
  readonly log: ReturnType<typeof createRecordingLog>
  readonly requests: RequestLog
  readonly testEvents: TestEvents
  /** What the ledger was given. */
  readonly appended: readonly EventEnvelope[]
  /** What was told as new. */
  readonly stored: readonly EventEnvelope[]
  /** Sends one request by a well-behaved client. */
  send(request?: Sending): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders }>
}

type AppendEvent = ListenerOptions['ledger']['appendEvent']
const acceptAll: AppendEvent = () => Promise.resolve({ isDuplicate: false, changes: noChanges })

export async function openListener(
  more: Partial<ListenerOptions> & { readonly appendEvent?: AppendEvent } = {}
): Promise<ListenerUnderTest> {
  const { appendEvent = acceptAll, ...options } = more
  const appended: EventEnvelope[] = []
  const stored: EventEnvelope[] = []
  const log = createRecordingLog()
  const requests: RequestLog = createBoundedLog(1_000)
  const testEvents = createTestEvents()
  const listener = await startListener({
    ledger: {
      appendEvent(event) {
        appended.push(event)
        return appendEvent(event)
      }
    },
    clock: createManualClock(),
    log,
    tokens: () => [webhookToken(token)],
    testEvents,
    requests,
    allowedSources: () => [],
    takesAccount: () => 'now',
    trustedProxies: () => ['127.0.0.1'],
    place: { host: '127.0.0.1', port: 0, portCount: 1 },
    onStored: (event) => stored.push(event),
    ...options
  })

  async function send(sending: Sending = {}) {
    const { path = `/hooks/${token}`, method = 'POST', headers = {}, body: content = body, agent } = sending
    const { port } = listener
    const outgoing = httpRequest({ port, host: '127.0.0.1', path, method, headers, ...(agent && { agent }) })
    outgoing.end(content)
    const [response] = await once(outgoing, 'response')
    response.resume()
    await once(response, 'end')
    return { status: Number(response.statusCode), headers: response.headers }
  }

  return { listener, log, requests, testEvents, appended, stored, send }
}

/** A request on a bare connection, which it asks to be closed. `headers` are whole lines. */
export const rawPost = (content: string, headers = '', path = `/hooks/${token}`): string =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`

export const withoutDate = (answer: string): string => answer.replace(/^Date: .*\r\n/m, '')
