import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, answers, wireText } from './answer.ts'

/** How long the listener waits. */
export interface ListenerLimits {
  /** For a request's head. */
  readonly headersMs: number
  /** For a whole request. */
  readonly requestMs: number
  /** Between two looks at what is overdue. */
  readonly checkMs: number
  /** For the next request on a connection. */
  readonly idleMs: number
}

export const usualLimits: ListenerLimits = {
  headersMs: 5_000,
  requestMs: 10_000,
  checkMs: 1_000,
  // Longer than cloudflared (90 s) and nginx (60 s) keep theirs: closed from here, an event may just have been sent on it.
  idleMs: 120_000
}

export interface HookServerOptions {
  readonly limits: ListenerLimits
  readonly onRequest: (request: IncomingMessage, response: ServerResponse) => void
  /** Somebody asks for a connection to elsewhere; what is answered here is said on the bare socket. */
  readonly onConnect: (request: IncomingMessage) => Answer
  /** Told what was said where no request could be made of what came. */
  readonly onUnreadable: (answer: Answer) => void
}

/** An HTTP/1.1 server that answers everything the same way, what node:http would refuse by itself too. */
export function createHookServer({ limits, onRequest, onConnect, onUnreadable }: HookServerOptions): Server {
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkMs,
    keepAliveTimeout: limits.idleMs,
    // It would be answered unseen; whoever takes requests counts the Host headers.
    requireHostHeader: false
  })
  server.on('request', onRequest)
  server.on('checkContinue', onRequest)
  server.on('checkExpectation', onRequest)
  server.on('connect', (request, socket) => {
    socket.on('error', () => {})
    socket.end(wireText(onConnect(request)), () => socket.destroy())
  })
  server.on('clientError', (error, socket) => {
    const answer = answerTo(error)
    if (answer === null || !socket.writable) return void socket.destroy()
    socket.end(wireText(answer), () => socket.destroy())
    onUnreadable(answer)
  })
  return server
}

/** Null where the connection itself broke. */
function answerTo(error: Error & { readonly code?: string }): Answer | null {
  const { code = '' } = error
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return answers.tooSlow
    case 'HPE_HEADER_OVERFLOW':
      return answers.headTooLarge
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return answers.tooLarge
    case 'HPE_INVALID_EOF_STATE':
      return answers.brokenOff
    default:
      return code.startsWith('HPE_') ? answers.malformed : null
  }
}

const sweepMs = 50

/** Closes a server: what has been received is answered within `graceMs`, the rest broken off. */
export async function closeServer(server: Server, graceMs = 0): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A connection that is kept for the next request is idle only once its last one is answered.
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs)
  const breakOff = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(breakOff)
}
