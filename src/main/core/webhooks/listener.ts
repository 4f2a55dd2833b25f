import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Clock, type Ledger, type LedgerChanges, LedgerUnavailable, type Log } from '../ports.ts'
import { answers, notAnEvent } from './answer.ts'
import type { EventEnvelope } from './event-envelope.ts'
import { createExchanges, type Exchange, whyNotFound } from './exchange.ts'
import { createHookServer, type ListenerLimits, usualLimits } from './hook-server.ts'
import { listenOnFreePort } from './listen-on-free-port.ts'
import { readBody } from './read-body.ts'
import { type ParsedEvent, parseEvent } from './read-event.ts'
import { readRequestHead } from './request-head.ts'
import type { RequestLog } from './request-journal.ts'
import { readSource, sourceCheck } from './source-check.ts'
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

export interface ListenerOptions {
  readonly ledger: { appendEvent(event: EventEnvelope): ReturnType<Ledger['appendEvent']> }
  readonly clock: Pick<Clock, 'nowMs'>
  readonly log: Log
  /** The secrets that are valid now: two while one replaces another. */
  readonly tokens: () => readonly WebhookToken[]
  readonly testEvents: Pick<TestEvents, 'receive'>
  readonly requests: RequestLog
  /** Addresses and networks (CIDR) from which events are taken; empty for all. Another list is another array. */
  readonly allowedSources: () => readonly string[]
  /** Whether an event is of an account whose ledger is another: Voice360 is to send it again, when that is open. */
  readonly isOfOtherAccount: (accountId: string | null) => boolean
  /** Whether requests come by a tunnel, which says in X-Forwarded-For where they are from; else that header means nothing. */
  readonly isBehindTunnel: () => boolean
  /** The one to try first; 0 lets the system choose. */
  readonly port: number
  /** Called once for each event that was not there before, after its commit. */
  readonly onStored: (envelope: EventEnvelope, changes: LedgerChanges) => void
  readonly limits?: Partial<ListenerLimits>
}

const host = '127.0.0.1'
const pathStart = '/hooks/'
const whyNotStored = 'It is of an account that is not the current one.'
const maxBodyBytes = 64 * 1024

/** The path that takes webhooks with `token`, for the address of a tunnel. */
export const hookPath = (token: string): string => `${pathStart}${token}`

export async function startListener(options: ListenerOptions): Promise<WebhookListener> {
  const { ledger, clock, log, testEvents, isBehindTunnel, onStored } = options
  const exchanges = createExchanges(options.requests, clock)
  const tokenOf = tokenCheck(options.tokens)
  const isAllowed = sourceCheck(options.allowedSources)

  const receive = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url = '' } = request
    const head = readRequestHead(request.rawHeaders)
    const peer = request.socket.remoteAddress
    const source = readSource({ peer, forwardedFor: head.forwardedFor, isBehindTunnel: isBehindTunnel() })
    const exchange = { response, method, source, startedAtMs: clock.nowMs() }
    if (head.hostCount !== 1) return exchanges.turnAway(exchange, 'malformed', answers.severalHosts)
    const queryStart = url.indexOf('?')
    const path = queryStart === -1 ? url : url.slice(0, queryStart)
    const token = path.startsWith(pathStart) ? tokenOf(path.slice(pathStart.length)) : null
    if (token === null)
      return exchanges.turnAway(exchange, 'not-found', answers.notFound, whyNotFound.address)
    if (head.isFromBrowser)
      return exchanges.refuse(exchange, 'not-found', answers.notFound, whyNotFound.browser)
    if (method !== 'POST' && method !== 'GET') {
      return exchanges.refuse(exchange, 'not-found', answers.notFound, whyNotFound.method)
    }
    const isTaken = isAllowed(source)
    const isTooLarge = head.contentLength > maxBodyBytes
    // Of what comes from elsewhere only our own test is taken, and that is none of these.
    if (!isTaken && (head.isEncoded || isTooLarge || head.isWaiting)) return exchanges.refuseSource(exchange)
    if (head.isEncoded) return exchanges.refuse(exchange, 'encoded', answers.encoded)
    if (isTooLarge) return exchanges.refuse(exchange, 'too-large', answers.tooLarge)
    if (head.isWaiting) response.writeContinue()
    readBody(request, maxBodyBytes, (body) => {
      if (body === null && isTaken) return exchanges.refuse(exchange, 'too-large', answers.tooLarge)
      if (body === null) return exchanges.refuseSource(exchange)
      const query = queryStart === -1 ? '' : url.slice(queryStart + 1)
      const { contentType } = head
      take(parseEvent({ method, contentType, query, body }, clock.nowMs(), token.id), exchange, isTaken)
    })
  }

  const take = (parsed: ParsedEvent, exchange: Exchange, isTaken: boolean): void => {
    const test = parsed.outcome === 'event' ? testEvents.receive(parsed.envelope) : null
    if (test === 'arrived') return exchanges.acceptTest(exchange)
    if (!isTaken) return exchanges.refuseSource(exchange)
    if (parsed.outcome === 'not-an-event') {
      return exchanges.refuse(exchange, 'not-an-event', notAnEvent(parsed.why))
    }
    const { envelope } = parsed
    if (test === 'forged') {
      return exchanges.refuse(exchange, 'not-an-event', answers.forgedTest, undefined, envelope.name)
    }
    if (options.isOfOtherAccount(envelope.accountId)) {
      return exchanges.refuse(
        exchange,
        'ledger-unavailable',
        answers.unavailable,
        whyNotStored,
        envelope.name
      )
    }
    void store(envelope, exchange)
  }

  const store = async (envelope: EventEnvelope, exchange: Exchange): Promise<void> => {
    let isStored = false
    try {
      const { isDuplicate, changes } = await ledger.appendEvent(envelope)
      isStored = true
      exchanges.accept(exchange, isDuplicate ? 'duplicate' : 'stored', envelope.name)
      if (!isDuplicate) onStored(envelope, changes)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (isStored) return log.error('An event was stored, but not shown', { reason })
      log.error('An event could not be stored', { reason, isTemporary: error instanceof LedgerUnavailable })
      exchanges.refuse(exchange, 'ledger-unavailable', answers.unavailable, undefined, envelope.name)
    }
  }

  const bare = (method: string): Exchange => ({
    response: null,
    method,
    source: null,
    startedAtMs: clock.nowMs()
  })
  const server = createHookServer({
    limits: { ...usualLimits, ...options.limits },
    onRequest: receive,
    onConnect(request) {
      exchanges.turnAway(bare(request.method ?? ''), 'not-found', answers.notFound, whyNotFound.address)
      return answers.notFound
    },
    onUnreadable: (reply) => exchanges.turnAway(bare(''), 'malformed', reply)
  })
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
