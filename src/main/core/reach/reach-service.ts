import type { EventName } from '../../../shared/domain/event-name.ts'
import { failed, type Outcome } from '../../../shared/domain/failure.ts'
import type { Gap } from '../../../shared/domain/gap.ts'
import { type Reach, unknownReach } from '../../../shared/domain/reach.ts'
import type { TunnelChoice, TunnelOffer } from '../../../shared/domain/tunnel.ts'
import type { WebhookCoach } from '../../../shared/domain/webhook-coach.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type {
  Clock,
  DocumentStore,
  HostAdapters,
  Ledger,
  LedgerChanges,
  Log,
  ReadNetwork,
  SecretStore,
  Tunnels
} from '../ports.ts'
import type { SettingsService } from '../settings/index.ts'
import type { Translate } from '../translate.ts'
import {
  createTestEvents,
  type EventEnvelope,
  type RequestLog,
  startListener,
  type WebhookListener
} from '../webhooks/index.ts'
import { createListeningRecord } from './listening-record.ts'
import { coachOf } from './webhook-coach.ts'
import { createWebhookTokens } from './webhook-tokens.ts'

/** Where the listener is looked for first, so that the address entered in the portal stays the same. */
const preferredPort = 36_036

/** Whether and how webhooks get here. */
export interface ReachService {
  readonly current: LiveValue<Reach>
  /** The coach may say something else now. */
  readonly coachChanged: Signal<void>
  listOffers(): Promise<readonly TunnelOffer[]>
  chooseTunnel(choice: TunnelChoice, secret: string | null): Promise<Outcome<Reach>>
  /** Sends a test event the whole way. */
  checkNow(): Promise<Reach>
  acceptAddress(): Reach
  replaceToken(): Promise<Outcome<Reach>>
  revokeOldToken(): Promise<Outcome<Reach>>
  getCoach(): Promise<WebhookCoach>
  sendTestEvent(name: EventName): Promise<Outcome<null>>
  listGaps(): Promise<readonly Gap[]>
  start(): Promise<void>
  stop(): Promise<void>
}

export interface ReachDependencies {
  readonly ledger: Ledger
  readonly secrets: SecretStore
  /** What is remembered of the address from run to run. */
  readonly document: DocumentStore
  readonly settings: Pick<SettingsService, 'current' | 'update'>
  readonly tunnels: Tunnels
  readonly readNetwork: ReadNetwork
  readonly host: Pick<HostAdapters, 'resumed' | 'notifier' | 'mainWindow'>
  readonly accountId: () => number | null
  readonly requests: RequestLog
  /** Asks the simulator for an event; null where the API is no simulator. */
  readonly askSimulator: ((name: EventName) => Promise<void>) | null
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  /** Null for the usual one, 0 for any that is free. */
  readonly port: number | null
  readonly onStored: (envelope: EventEnvelope, changes: LedgerChanges) => void
  /** Told after a time in which nothing could be heard. */
  readonly onGap: () => void
}

export function createReachService(dependencies: ReachDependencies): ReachService {
  const { ledger, secrets, clock, log, t, requests } = dependencies
  const wantedPort = dependencies.port ?? preferredPort
  const current = createLiveValue<Reach>({ ...unknownReach, reason: t('reach.starting') })
  const coachChanged = createSignal<void>()
  const tokens = createWebhookTokens(secrets, clock)
  const testEvents = createTestEvents()
  const listening = createListeningRecord(ledger, current.get, clock, dependencies.onGap, (error) =>
    log.warn('It could not be written down that the app listens', { error: String(error) })
  )
  let listener: WebhookListener | null = null

  function heard(envelope: EventEnvelope, changes: LedgerChanges): void {
    const { webhookUrl, eventCount } = current.get()
    // What was still being stored when listening stopped is no sign of life.
    if (webhookUrl !== null) {
      current.set({
        ...current.get(),
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
    coachChanged,
    listOffers: () => Promise.resolve([]),
    chooseTunnel: () => Promise.resolve(failed('not-built', 'Not built yet.')),
    checkNow: () => Promise.resolve(current.get()),
    acceptAddress: () => current.get(),
    replaceToken: () => Promise.resolve(failed('not-built', 'Not built yet.')),
    revokeOldToken: () => Promise.resolve(failed('not-built', 'Not built yet.')),
    async getCoach() {
      const coach = coachOf({
        sightings: await ledger.listWebhookSightings(),
        accountId: dependencies.accountId(),
        currentTokenId: tokens.current().id,
        addressChangedAtMs: current.get().addressChange?.atMs ?? null,
        nowMs: clock.nowMs()
      })
      return { ...coach, canSendTest: dependencies.askSimulator !== null }
    },
    sendTestEvent: () => Promise.resolve(failed('not-built', 'Not built yet.')),
    listGaps: () => ledger.listGaps(1_000),
    async start() {
      await tokens.load()
      const { count, lastReceivedAtMs } = await ledger.countEvents()
      try {
        listener = await startListener({
          ledger,
          clock,
          log,
          tokens: () => tokens.valid(),
          testEvents,
          requests,
          allowedSources: () => dependencies.settings.current.get().sourceAddresses,
          isBehindTunnel: () => dependencies.settings.current.get().tunnel.kind !== 'none',
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
        ...current.get(),
        state: 'degraded',
        sinceMs: clock.nowMs(),
        webhookUrl: listener.url(tokens.current().value),
        reason: [portNote(), t('reach.unproven')].filter(Boolean).join(' '),
        lastEventAtMs: lastReceivedAtMs,
        eventCount: count
      })
      listening.start()
    },
    async stop() {
      listening.stop()
      await listener?.close()
      listener = null
      current.set({ ...current.get(), state: 'deaf', webhookUrl: null })
    }
  }
}
