import { isIP } from 'node:net'
import {
  type Authenticator,
  type ConnectionOptions,
  jwtAuthenticator,
  type NatsConnection,
  nkeyAuthenticator,
  usernamePasswordAuthenticator,
  type WsSocketFactory,
  wsconnect
} from '@nats-io/nats-core'
import { connect } from '@nats-io/transport-node'
import { WebSocket } from 'ws'
import type { Invitation, TeamCredentials } from '../core/team/index.ts'

export type Access = Pick<Invitation, 'servers' | 'authority' | 'credentials' | 'inbox'>

export interface Timing {
  /** How long a server may take to let us in. */
  readonly dialMs: number
  /** A server that has not answered two of these is gone. */
  readonly pingEveryMs: number
}

/**
 * The library keeps what it connects by (TCP or WebSocket) in one place for the whole process, and looks there when it begins: connections
 * that begin at the same time would take each other's. So each begins in a turn of the event loop of its own, and none is made again
 * by the library, which also does not say why it could not.
 */
let lastTurn: Promise<void> = Promise.resolve()

/** Connects to one server, once; rejects where it does not let us in. */
export async function dial(server: string, access: Access, timing: Timing): Promise<NatsConnection> {
  const { protocol, hostname } = new URL(server)
  const options: ConnectionOptions = {
    servers: server,
    name: 'voice360-companion',
    authenticator: authenticatorOf(access.credentials),
    inboxPrefix: access.inbox,
    reconnect: false,
    ignoreClusterUpdates: true,
    resolve: false,
    noAsyncTraces: true,
    timeout: timing.dialMs,
    pingInterval: timing.pingEveryMs,
    maxPingOut: 2
  }
  lastTurn = lastTurn.then(() => new Promise((resolve) => setImmediate(resolve)))
  await lastTurn
  if (protocol === 'ws:' || protocol === 'wss:') return dialWebSocket(options, access.authority)
  return connect(protocol === 'tls:' ? { ...options, tls: tlsOptions(hostname, access.authority) } : options)
}

function authenticatorOf(credentials: TeamCredentials): Authenticator {
  const seedOf = (seed: string): Uint8Array => new TextEncoder().encode(seed.trim())
  switch (credentials.kind) {
    case 'jwt':
      return jwtAuthenticator(credentials.jwt.trim(), seedOf(credentials.seed))
    case 'nkey':
      return nkeyAuthenticator(seedOf(credentials.seed))
    case 'password':
      return usernamePasswordAuthenticator(credentials.user, credentials.password)
  }
}

/** With these set, the library refuses a server that does not encrypt. Which name a certificate has to have is for us to say. */
function tlsOptions(hostname: string, authority: string | null) {
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(authority === null ? {} : { ca: authority })
  }
}

/** By the package `ws` on every runtime, since the global one knows no authority of our own. */
async function dialWebSocket(options: ConnectionOptions, authority: string | null): Promise<NatsConnection> {
  const failures: unknown[] = []
  const wsFactory: WsSocketFactory = (url) => {
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      handshakeTimeout: options.timeout,
      ...(authority === null ? {} : { ca: authority })
    })
    socket.once('error', (error) => failures.push(error))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has all of a browser's that the library uses
    const asInBrowsers = socket as unknown as globalThis.WebSocket
    return Promise.resolve({ socket: asInBrowsers, encrypted: url.startsWith('wss:') })
  }
  try {
    return await wsconnect({ ...options, wsFactory })
  } catch (error) {
    // The library drops the code of what went wrong.
    throw failures[0] ?? error
  }
}
