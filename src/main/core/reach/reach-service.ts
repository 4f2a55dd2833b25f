import { randomBytes } from 'node:crypto'
import type { Reach } from '../../../shared/domain/reach.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Clock, Ledger, LedgerChanges, Log, SecretStore } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { type EventEnvelope, startListener, type WebhookListener } from '../webhooks/index.ts'

/** Where the listener is looked for first, so that the address entered in the portal stays the same. */
const preferredPort = 36_036
const tokenSecretName = 'webhook-token'

/** Whether and how webhooks get here. */
export interface ReachService {
  readonly current: LiveValue<Reach>
  start(): Promise<void>
  stop(): Promise<void>
}

interface Dependencies {
  readonly ledger: Ledger
  readonly secrets: SecretStore
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  /** Null for the usual one, 0 for any that is free. */
  readonly port: number | null
  readonly onStored: (envelope: EventEnvelope, changes: LedgerChanges) => void
}

export function createReachService(dependencies: Dependencies): ReachService {
  const { ledger, secrets, clock, log, t } = dependencies
  const wantedPort = dependencies.port ?? preferredPort
  const current = createLiveValue<Reach>({
    state: 'deaf',
    webhookUrl: null,
    reason: t('reach.starting'),
    lastEventAtMs: null,
    eventCount: 0
  })
  let listener: WebhookListener | null = null

  /** 256 random bits, made once: whoever knows it can tell this app of calls. */
  async function readToken(): Promise<string> {
    const kept = await secrets.read(tokenSecretName)
    if (kept !== null) return kept
    const token = randomBytes(32).toString('base64url')
    await secrets.write(tokenSecretName, token)
    return token
  }

  function heard(envelope: EventEnvelope, changes: LedgerChanges): void {
    const { webhookUrl, eventCount } = current.get()
    // What was still being stored when listening stopped is no sign of life.
    if (webhookUrl !== null) {
      current.set({
        webhookUrl,
        state: 'listening',
        reason: portNote(),
        lastEventAtMs: envelope.receivedAtMs,
        eventCount: eventCount + 1
      })
    }
    dependencies.onStored(envelope, changes)
  }

  const portNote = (): string | null =>
    listener === null || listener.port === wantedPort || wantedPort === 0
      ? null
      : t('reach.portTaken', { wanted: wantedPort, port: listener.port })

  return {
    current,
    async start() {
      const token = await readToken()
      const { count, lastReceivedAtMs } = await ledger.countEvents()
      try {
        listener = await startListener({
          ledger,
          clock,
          log,
          tokens: () => [token],
          port: wantedPort,
          onStored: heard
        })
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        log.error('The listener could not start', { reason })
        current.set({ ...current.get(), reason: t('reach.cannotListen', { reason }) })
        return
      }
      current.set({
        state: 'degraded',
        webhookUrl: listener.url(token),
        reason: [portNote(), t('reach.unproven')].filter(Boolean).join(' '),
        lastEventAtMs: lastReceivedAtMs,
        eventCount: count
      })
    },
    async stop() {
      await listener?.close()
      listener = null
      current.set({ ...current.get(), state: 'deaf', webhookUrl: null })
    }
  }
}
