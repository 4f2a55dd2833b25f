import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBoundedLog } from '../../../src/main/core/bounded-log.ts'
import { type Ledger, LedgerUnavailable, noChanges } from '../../../src/main/core/ports.ts'
import {
  createTestEvents,
  type EventEnvelope,
  type ListenerOptions,
  type Rejection,
  startListener,
  type WebhookListener,
  webhookToken
} from '../../../src/main/core/webhooks/index.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { openRaw, sendRaw, statusOf } from '../../fakes/raw-http.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { webhookBody } from '../../fakes/webhook-samples.ts'

const token = 'a-token-of-256-bits'
const body = webhookBody('SMS_RECEIVED', {
  message_id: 'm1',
  from: '+15551234567',
  to: '+15559876543',
  body: 'Hi'
})

let stored: EventEnvelope[]
let rejected: Rejection[]
let appended: EventEnvelope[]
let appendEvent: Ledger['appendEvent']
let listener: WebhookListener

const start = (more: Partial<ListenerOptions> = {}): Promise<WebhookListener> =>
  startListener({
    ledger: { appendEvent: (event) => appendEvent(event) },
    clock: createManualClock(),
    log: createRecordingLog(),
    tokens: () => [webhookToken(token)],
    testEvents: createTestEvents(),
    requests: createBoundedLog(100),
    allowedSources: () => [],
    isBehindTunnel: () => true,
    port: 0,
    onStored: (event) => stored.push(event),
    onRejected: (reason) => rejected.push(reason),
    ...more
  })

beforeEach(async () => {
  stored = []
  rejected = []
  appended = []
  appendEvent = async (event) => {
    appended.push(event)
    return { isDuplicate: false, changes: noChanges }
  }
  listener = await start()
})
afterEach(() => listener.close())

interface Sending {
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly agent?: Agent
}

/** Sends one request by a well-behaved client; answers its status. */
async function send({
  path = `/hooks/${token}`,
  method = 'POST',
  headers = {},
  body: content = body,
  agent
}: Sending) {
  const { port } = listener
  const outgoing = httpRequest({ port, host: '127.0.0.1', path, method, headers, ...(agent && { agent }) })
  outgoing.end(content)
  const [response] = await once(outgoing, 'response')
  response.resume()
  await once(response, 'end')
  return { status: Number(response.statusCode), headers: response.headers }
}

const rawPost = (content: string, headers = '', path = `/hooks/${token}`): string =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`

describe('an event', () => {
  it('may come from a server that sends with Node’s own fetch, which says Sec-Fetch-Mode', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(listener.url(token), { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
    expect(appended).toHaveLength(1)
  })

  it('is answered with 200 only after it is stored', async () => {
    const commit = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    appendEvent = async () => {
      asked.resolve()
      await commit.promise
      return { isDuplicate: false, changes: noChanges }
    }
    const { socket, answer } = openRaw(listener.port)
    socket.write(rawPost(body))
    await asked.promise
    expect(socket.bytesRead).toBe(0)
    expect(stored).toEqual([])
    commit.resolve()
    expect(statusOf(await answer)).toBe(200)
    expect(stored).toMatchObject([{ name: 'SMS_RECEIVED' }])
  })

  it('comes by GET too', async () => {
    const path = `/hooks/${token}?event_name=CALL_ENDED&metadata[call_id]=c1`
    expect(await send({ method: 'GET', path, body: '' })).toMatchObject({ status: 200 })
    expect(appended).toMatchObject([{ method: 'GET', metadata: { call_id: 'c1' } }])
  })

  it('is told of once, though it is answered each time', async () => {
    appendEvent = async () => ({ isDuplicate: true, changes: noChanges })
    expect(await send({})).toMatchObject({ status: 200 })
    expect(stored).toEqual([])
  })

  it('is refused with 503 and asked for again where it cannot be stored', async () => {
    appendEvent = () => Promise.reject(new LedgerUnavailable('disk full'))
    expect(await send({})).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(stored).toEqual([])
    expect(rejected).toEqual(['ledger-unavailable'])
  })

  it('is stored even where showing it fails', async () => {
    await listener.close()
    const log = createRecordingLog()
    listener = await start({
      log,
      onStored: () => {
        throw new Error('no window')
      }
    })
    expect(await send({})).toMatchObject({ status: 200 })
    await expect.poll(() => log.lines).toMatchObject([{ level: 'error' }])
  })

  it('may come with either token while one replaces the other', async () => {
    await listener.close()
    listener = await start({ tokens: () => [webhookToken('new'), webhookToken('old')] })
    for (const path of ['/hooks/new', '/hooks/old'])
      expect(await send({ path })).toMatchObject({ status: 200 })
    expect(await send({ path: '/hooks/older' })).toMatchObject({ status: 404 })
  })

  it('may wait for a "100 Continue"', async () => {
    const answer = await sendRaw(listener.port, rawPost(body, 'Expect: 100-continue\r\n'))
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/)
  })

  it.each(['', '{"event_name":', '[]', '{"a":1}'])(
    'gets 400 and the reason where it is none: %j',
    async (content) => {
      const answer = await sendRaw(listener.port, rawPost(content))
      expect(statusOf(answer)).toBe(400)
      expect(answer).toMatch(/\r\n\r\n[A-Z][\w ]+\.\n$/)
      expect(appended).toEqual([])
    }
  )
})

describe('a stranger', () => {
  const withoutDate = (answer: string): string => answer.replace(/^Date: .*\r\n/m, '')

  it('gets one and the same 404 for whatever is wrong', async () => {
    const from = (headers: string, path?: string) => rawPost(body, headers, path)
    const wrongs = [
      from('', '/'),
      from('', '/hooks/'),
      from('', '/hooks/wrong'),
      from('', `/hooks/${token}/`),
      from('', `/hooks/${token}x`),
      from('', `/HOOKS/${token}`),
      from('', `http://localhost/hooks/${token}`),
      from('Origin: http://localhost\r\n'),
      from('Origin: null\r\n'),
      from('Sec-Fetch-Mode: cors\r\nSec-Fetch-Site: same-origin\r\n'),
      from('sec-fetch-site: cross-site\r\n'),
      from('Content-Encoding: gzip\r\n', '/hooks/wrong'),
      ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'CONNECT'].map((method) => from('').replace('POST', method))
    ]
    const answers = await Promise.all(wrongs.map((text) => sendRaw(listener.port, text)))
    const [first] = answers
    expect(first).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/)
    expect(answers.map(withoutDate)).toEqual(answers.map(() => withoutDate(first ?? '')))
    expect(first).not.toMatch(/access-control/i)
    expect(appended).toEqual([])
  })

  it.each([
    ['two Host headers', rawPost(body, 'Host: other\r\n')],
    ['no Host header', rawPost(body).replace('Host: localhost\r\n', '')],
    ['two lengths', rawPost(body, 'Content-Length: 5\r\n')],
    ['a length and chunks', rawPost(body, 'Transfer-Encoding: chunked\r\n')],
    ['NUL in a header', rawPost(body, 'X-A: a\0b\r\n')],
    ['bare line feeds', rawPost(body).replaceAll('\r\n', '\n')],
    ['a space before the colon', rawPost(body, 'X-A : b\r\n')],
    ['no HTTP at all', 'hello\r\n\r\n']
  ])('gets 400 for %s', async (_what, text) => {
    expect(statusOf(await sendRaw(listener.port, text))).toBe(400)
    expect(appended).toEqual([])
  })

  it('gets 413 for a body that says it is too large, before it is sent', async () => {
    const head = rawPost('').replace('Content-Length: 0', `Content-Length: ${64 * 1024 + 1}`)
    expect(statusOf(await sendRaw(listener.port, head))).toBe(413)
    const largest = webhookBody('X_Y', { a: '' })
    const fitting = webhookBody('X_Y', { a: 'x'.repeat(64 * 1024 - largest.length) })
    expect(statusOf(await sendRaw(listener.port, rawPost(fitting)))).toBe(200)
  })

  it('gets 413 for chunks without end, of which no more is read', async () => {
    const { socket, answer } = openRaw(listener.port)
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const more = (): void => {
      while (socket.writable && socket.write(chunk))
        if (socket.bytesWritten > 64e6) return void socket.destroy()
    }
    socket.on('drain', more)
    socket.write(`POST /hooks/${token} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n`)
    more()
    expect(statusOf(await answer)).toBe(413)
    expect(socket.bytesWritten).toBeLessThan(64e6)
  })

  it('gets 415 for a compressed body', async () => {
    const headers = { 'content-encoding': 'gzip' }
    expect(await send({ headers, body: gzipSync(body) })).toMatchObject({ status: 415 })
    expect(await send({ headers: { 'content-encoding': 'identity' } })).toMatchObject({ status: 200 })
  })
})

describe('the port', () => {
  it('is the next one where the preferred is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await listener.close()
    listener = await start({ port })
    expect(listener.port).toBeGreaterThan(port)
    expect(listener.url(token)).toBe(`http://127.0.0.1:${listener.port}/hooks/${token}`)
    expect(await send({})).toMatchObject({ status: 200 })
    taken.close()
  })
})

describe('many at once', () => {
  it('all get 200, and all are stored', async () => {
    const ledger = await openTestLedger()
    await listener.close()
    listener = await start({ ledger })
    const agent = new Agent({ keepAlive: true, maxSockets: 64 })
    const statuses = await Promise.all(
      Array.from({ length: 10_000 }, async (_, index) => {
        const { status } = await send({ agent, body: webhookBody('CALL_ENDED', { call_id: `c${index}` }) })
        return status
      })
    )
    agent.destroy()
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(await ledger.countEvents()).toMatchObject({ count: 10_000 })
    await ledger.close()
  })

  it('are not starved by 200 that dawdle, which are sent away', async () => {
    const dawdlers = Array.from({ length: 200 }, () => openRaw(listener.port))
    for (const { socket } of dawdlers) socket.write('POST /hooks/')
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await send({})).status))
    expect(new Set(statuses)).toEqual(new Set([200]))
    const answers = await Promise.all(dawdlers.map(({ answer }) => answer))
    expect(new Set(answers.map(statusOf))).toEqual(new Set([408]))
  })
})
