import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Clock, type LedgerChanges, LedgerUnavailable, type Log } from '../ports.ts'
import { answers, notAnEvent } from './answer.ts'
import type { EventEnvelope } from './event-envelope.ts'
import { createExchanges, type Exchange, whyNotFound } from './exchange.ts'
import { closeServer, createHookServer, type ListenerLimits, usualLimits } from './hook-server.ts'
import { type ListeningPlace, listenOnFreePort } from './listen-on-free-port.ts'
import { readBody } from './read-body.ts'
import { type ParsedEvent, parseEvent } from './read-event.ts'
import { readRequestHead } from './request-head.ts'
import type { RequestEntry, RequestLog } from './request-journal.ts'
import { networkCheck, readSource, sourceCheck } from './source-check.ts'
import type { TestEvents } from './test-events.ts'
import { tokenCheck } from './token-check.ts'
import type { WebhookToken } from './webhook-token.ts'

/** Where Voice360's webhooks come in. */
export interface WebhookListener {
  readonly port: number
  /** The address on this machine that takes webhooks with `token`. */
  url(token: string): string
  /**
   * Takes nothing new and, within `graceMs`, answers what has been received; the rest is broken off: nothing was answered yet, so
   * Voice360 sends it again.
   */
  close(graceMs?: number): Promise<void>
}

/** Where events are put before they are answered. */
export interface EventStore {
  /** Rejects with a LedgerUnavailable where that was impossible: Voice360 is to send it again. */
  appendEvent(
    event: EventEnvelope
  ): Promise<{ readonly isDuplicate: boolean; readonly changes: LedgerChanges }>
}

export interface ListenerOptions {
  readonly ledger: EventStore
  readonly clock: Pick<Clock, 'nowMs'>
  readonly log: Log
  /** The secrets that are valid now: two while one replaces another. */
  readonly tokens: () => readonly WebhookToken[]
  readonly testEvents: Pick<TestEvents, 'receive'>
  readonly requests: Pick<RequestLog, 'add'>
  /** Told of every answer; `requests` lists only some of a flood. */
  readonly onAnswered?: (entry: RequestEntry, tokenId: string | null) => void
  /** Addresses and networks (CIDR) from which events are taken; empty for all. Another list is another array. */
  readonly allowedSources: () => readonly string[]
  /**
   * Whether an event of that account is taken, which came with that secret. `later`: its ledger is another, and Voice360 is to send
   * it again, when that is open. `never`: it came to the address of another account.
   */
  readonly takesAccount: (accountId: string | null, tokenId: string) => 'now' | 'later' | 'never'
  /**
   * Addresses and networks (CIDR) of the tunnel's end or the proxies that say in X-Forwarded-For where requests are from; from others that
   * header means nothing. Another list is another array.
   */
  readonly trustedProxies: () => readonly string[]
  readonly place: ListeningPlace
  /** Called once for each event that was not there before, after its commit. */
  readonly onStored: (envelope: EventEnvelope, changes: LedgerChanges) => void
  readonly limits?: Partial<ListenerLimits>
}

const pathStart = '/hooks/'
const whyNotStored = 'It is of an account that is not the current one.'
const whyNever = (accountId: string | null): string =>
  `It is of account ${accountId}, and came to the address of another.`
const maxBodyBytes = 64 * 1024

/** The path that takes webhooks with `token`, for the address of a tunnel. */
export const hookPath = (token: string): string => `${pathStart}${token}`

export async function startListener(options: ListenerOptions): Promise<WebhookListener> {
  const { ledger, clock, log, testEvents, onStored } = options
  const exchanges = createExchanges(options.requests, clock, options.onAnswered)
  const tokenOf = tokenCheck(options.tokens)
  const isAllowed = sourceCheck(options.allowedSources)
  const isProxy = networkCheck(options.trustedProxies)

  const receive = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url = '' } = request
    const head = readRequestHead(request.rawHeaders)
    const peer = request.socket.remoteAddress
    const source = readSource({ peer, forwardedFor: head.forwardedFor, isProxy })
    const stranger = { response, method, source, tokenId: null, startedAtMs: clock.nowMs() }
    if (head.hostCount !== 1) return exchanges.turnAway(stranger, 'malformed', answers.severalHosts)
    const queryStart = url.indexOf('?')
    const path = queryStart === -1 ? url : url.slice(0, queryStart)
    const token = path.startsWith(pathStart) ? tokenOf(path.slice(pathStart.length)) : null
    if (token === null)
      return exchanges.turnAway(stranger, 'not-found', answers.notFound, whyNotFound.address)
    const exchange: Exchange = { ...stranger, tokenId: token.id }
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
    const { name, accountId, tokenId } = envelope
    switch (options.takesAccount(accountId, tokenId)) {
      case 'now':
        return void store(envelope, exchange)
      case 'later':
        return exchanges.refuse(exchange, 'ledger-unavailable', answers.unavailable, whyNotStored, name)
      case 'never':
        return exchanges.refuse(exchange, 'other-account', answers.otherAccount, whyNever(accountId), name)
    }
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
    tokenId: null,
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
  const port = await listenOnFreePort(server, options.place)
  return {
    port,
    url: (token) => `http://${options.place.host}:${port}${hookPath(token)}`,
    close: (graceMs) => closeServer(server, graceMs)
  }
}
