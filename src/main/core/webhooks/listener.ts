import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { RequestOutcome, WebhookRequestEntry } from '../../../shared/domain/diagnostics.ts'
import type { BoundedLog } from '../bounded-log.ts'
import { type Clock, type Ledger, type LedgerChanges, LedgerUnavailable, type Log } from '../ports.ts'
import { type Answer, answer, answers, send, wireText } from './answer.ts'
import type { EventEnvelope } from './event-envelope.ts'
import { listenOnFreePort } from './listen-on-free-port.ts'
import { readBody } from './read-body.ts'
import { parseEvent } from './read-event.ts'
import { readRequestHead } from './request-head.ts'
import type { TestEvents } from './test-events.ts'
import { tokenCheck } from './token-check.ts'
import type { WebhookToken } from './webhook-token.ts'

/** Where Voice360's webhooks come in; bound to the loopback interface, so that only a tunnel on this machine reaches it. */
export interface WebhookListener {
  readonly port: number
  /** The address on this machine that takes webhooks with `token`. */
  url(token: string): string
  /** Breaks off what is being received: nothing was answered yet, so Voice360 sends it again. */
  close(): Promise<void>
}

export type Rejection = Exclude<RequestOutcome, 'stored' | 'duplicate' | 'test'>

/** What the listener answered, for diagnostics. */
export type RequestLog = BoundedLog<Omit<WebhookRequestEntry, 'id'>>

export interface ListenerOptions {
  readonly ledger: Pick<Ledger, 'appendEvent'>
  readonly clock: Pick<Clock, 'nowMs'>
  readonly log: Log
  /** The secrets that are valid now: two while one replaces another. */
  readonly tokens: () => readonly WebhookToken[]
  readonly testEvents: TestEvents
  readonly requests: RequestLog
  /** Addresses and networks (CIDR) from which events are taken; empty for all. */
  readonly allowedSources: () => readonly string[]
  /** Whether requests come by a tunnel, which says in X-Forwarded-For where they are from; else that header means nothing. */
  readonly isBehindTunnel: () => boolean
  /** The one to try first; 0 lets the system choose. */
  readonly port: number
  /** Called once for each event that was not there before, after its commit. */
  readonly onStored: (envelope: EventEnvelope, changes: LedgerChanges) => void
  readonly onRejected?: (reason: Rejection) => void
}

const host = '127.0.0.1'
const pathStart = '/hooks/'
const maxBodyBytes = 64 * 1024

/** The path that takes webhooks with `token`, for the address of a tunnel. */
export const hookPath = (token: string): string => `${pathStart}${token}`

export async function startListener(options: ListenerOptions): Promise<WebhookListener> {
  const { ledger, clock, log, tokens, onStored, onRejected } = options
  const isToken = tokenCheck(() => tokens().map(({ value }) => value))

  const reject = (response: ServerResponse, reason: Rejection, reply: Answer): void => {
    send(response, reply)
    onRejected?.(reason)
  }

  const receive = (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url = '' } = request
    const queryStart = url.indexOf('?')
    const path = queryStart === -1 ? url : url.slice(0, queryStart)
    const head = readRequestHead(request.rawHeaders)
    if (head.hostCount !== 1) return reject(response, 'malformed', answers.severalHosts)
    const isHook = path.startsWith(pathStart) && isToken(path.slice(pathStart.length))
    if (!isHook || head.isFromBrowser || (method !== 'POST' && method !== 'GET')) {
      return reject(response, 'not-found', answers.notFound)
    }
    if (head.isEncoded) return reject(response, 'encoded', answers.encoded)
    if (head.contentLength > maxBodyBytes) return reject(response, 'too-large', answers.tooLarge)
    if (head.isWaiting) response.writeContinue()
    readBody(request, maxBodyBytes, (body) => {
      if (body === null) return reject(response, 'too-large', answers.tooLarge)
      const query = queryStart === -1 ? '' : url.slice(queryStart + 1)
      const parsed = parseEvent({ method, contentType: head.contentType, query, body }, clock.nowMs())
      if (parsed.outcome === 'not-an-event') {
        return reject(response, 'not-an-event', answer(400, `${parsed.why}\n`))
      }
      void store(parsed.envelope, response)
    })
  }

  const store = async (envelope: EventEnvelope, response: ServerResponse): Promise<void> => {
    try {
      const { isDuplicate, changes } = await ledger.appendEvent(envelope)
      send(response, answers.stored)
      if (!isDuplicate) onStored(envelope, changes)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (response.headersSent) return log.error('An event was stored, but not shown', { reason })
      log.error('An event could not be stored', { reason, isTemporary: error instanceof LedgerUnavailable })
      reject(response, 'ledger-unavailable', answers.unavailable)
    }
  }

  const server = createServer({
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    connectionsCheckingInterval: 1_000
  })
  server.on('request', receive)
  server.on('checkContinue', receive)
  server.on('connect', (_request, socket) => socket.end(wireText(answers.notFound)))
  const port = await listenOnFreePort(server, options.port, host)
  return {
    port,
    url: (token) => `http://${host}:${port}${hookPath(token)}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    }
  }
}
