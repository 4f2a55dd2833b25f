import {
  type Authenticator,
  type ConnectionOptions,
  credsAuthenticator,
  nkeyAuthenticator,
  usernamePasswordAuthenticator
} from '@nats-io/transport-node'

/** How the relay reaches NATS, secrets included. */
export interface NatsAccess {
  readonly servers: readonly string[]
  /** PEM; null where the system knows the authority. */
  readonly authority: string | null
  readonly credentials:
    | { readonly kind: 'creds'; readonly content: string }
    | { readonly kind: 'nkey'; readonly seed: string }
    | { readonly kind: 'password'; readonly password: string; readonly user: string }
}

export function connectionOptions({ servers, authority, credentials }: NatsAccess): ConnectionOptions {
  const isEncrypted = authority !== null || servers.some((server) => server.startsWith('tls://'))
  return {
    // The scheme says only that TLS is a must, and `tls` says so of all.
    servers: servers.map((server) => server.replace(/^tls:/, 'nats:')),
    authenticator: authenticatorOf(credentials),
    // Three errors made ahead for each request, only to know who asked, cost a fifth of an event.
    noAsyncTraces: true,
    ...(isEncrypted && { tls: authority === null ? {} : { ca: authority } })
  }
}

function authenticatorOf(credentials: NatsAccess['credentials']): Authenticator {
  switch (credentials.kind) {
    case 'creds':
      // Without the line break at its end it is not read.
      return credsAuthenticator(Buffer.from(`${credentials.content}\n`))
    case 'nkey':
      return nkeyAuthenticator(Buffer.from(credentials.seed))
    case 'password':
      return usernamePasswordAuthenticator(credentials.user, credentials.password)
  }
}
