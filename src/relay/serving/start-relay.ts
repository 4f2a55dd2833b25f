import type { Clock, Log } from '../../main/core/ports.ts'
import { createTestEvents, startListener } from '../../main/core/webhooks/index.ts'
import type { LoadedConfig } from '../config/load-config.ts'
import { createCallScopes } from '../events/call-scopes.ts'
import { createEventPublisher } from '../events/event-publisher.ts'
import { leadWhileConnected } from '../leader/lead-while-connected.ts'
import { describeTrouble } from '../nats/describe-trouble.ts'
import { connectionOptions } from '../nats/nats-access.ts'
import { startNatsSession } from '../nats/nats-session.ts'
import { setUpJetStream } from '../nats/set-up-jetstream.ts'
import { startAdminServer } from './admin-server.ts'
import { createRelayMetrics } from './metrics.ts'

/** A relay that runs: webhooks come in, events go into the team's stream. */
export interface Relay {
  readonly port: number
  readonly adminPort: number
  /** Takes nothing new, lets what has been received be stored and answered, for a few seconds at most. */
  stop(): Promise<void>
}

/** Longer than an acknowledgement is waited for; a container is usually given 30 s, Docker's 10. */
const answerGraceMs = 6_000
const drainGraceMs = 2_000

/** Starts one. NATS need not be there yet: meanwhile it is not ready, and events are answered with 503. */
export async function startRelay(
  { config, name, accounts, nats }: LoadedConfig,
  { clock, log }: { readonly clock: Clock; readonly log: Log }
): Promise<Relay> {
  const accountOf = new Map(accounts.flatMap(({ id, tokens }) => tokens.map((token) => [token.id, id])))
  const tokens = accounts.flatMap((account) => account.tokens)
  const { host, port, allowedSources, trustedProxies } = config.listen
  const metrics = createRelayMetrics()
  let isStopping = false

  const session = startNatsSession({
    connection: { ...connectionOptions(nats), name: `voice360-relay ${name}` },
    prepare: (connection) => setUpJetStream(connection, config.retention),
    log
  })
  metrics.connected(false)
  session.current.watch((streams) => metrics.connected(streams !== null))

  const scopes = createCallScopes(
    () => session.current.get()?.calls ?? null,
    (error) => {
      metrics.callScopeFailed()
      log.warn('What is known of a call could not be looked up', { reason: describeTrouble(error) })
    }
  )
  const admin = await startAdminServer({
    ...config.admin,
    metrics,
    whyNotReady: () => {
      if (isStopping) return 'It is stopping.'
      return session.current.get() === null ? (session.trouble() ?? 'It is starting.') : null
    }
  })
  const listener = await startListener({
    ledger: createEventPublisher({
      accounts,
      js: () => session.current.get()?.js ?? null,
      scopes,
      onPublished: (event) => metrics.published(event),
      onWaiting: (count) => metrics.waiting(count),
      nowMs: () => performance.now()
    }),
    clock,
    log,
    tokens: () => tokens,
    testEvents: createTestEvents(),
    requests: {
      add({ status, outcome, source, eventName, why, tookMs }) {
        if (status !== 200)
          log.warn('A request was refused', { status, outcome, source, eventName, why, tookMs })
      }
    },
    onAnswered: (entry, tokenId) => metrics.answered(entry, accountOf.get(tokenId ?? '') ?? null),
    allowedSources: () => allowedSources,
    takesAccount: (accountId, tokenId) =>
      accountId === null || accountId === String(accountOf.get(tokenId)) ? 'now' : 'never',
    trustedProxies: () => trustedProxies,
    place: { host, port, portCount: 1 },
    onStored: () => {}
  })
  const stopLeading = leadWhileConnected({
    session: session.current,
    accounts,
    relayName: name,
    clock,
    log
  })
  log.info('Webhooks are taken', { host, port: listener.port, adminPort: admin.port })

  return {
    port: listener.port,
    adminPort: admin.port,
    async stop() {
      isStopping = true
      log.info('It is stopping')
      await Promise.all([listener.close(answerGraceMs), stopLeading()])
      await session.stop(drainGraceMs)
      await admin.close()
      log.info('It has stopped')
    }
  }
}
