import type { EventName } from '../../../shared/domain/event-name.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
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
  hookPath,
  type RequestLog,
  startListener,
  type WebhookListener
} from '../webhooks/index.ts'
import { createListeningRecord } from './listening-record.ts'
import { onceASecond } from './once-a-second.ts'
import { createPublicWay } from './public-way.ts'
import { reachOf } from './reach-state.ts'
import { createTunnelChoosing } from './tunnel-choice.ts'
import { createWayCheck } from './way-check.ts'
import { coachOf } from './webhook-coach.ts'
import { createWebhookTokens } from './webhook-tokens.ts'

/** Where the listener is looked for first, so that the address entered in the portal stays the same. */
const preferredPort = 36_036
/** Bound to the loopback interface: only a tunnel on this machine reaches it. */
const listeningHost = '127.0.0.1'
const portCount = 10

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
  readonly settings: SettingsService
  readonly tunnels: Tunnels
  readonly readNetwork: ReadNetwork
  readonly host: Pick<HostAdapters, 'resumed' | 'notifier' | 'mainWindow'>
  readonly accountId: () => number | null
  readonly isOfOtherAccount: (accountId: string | null) => boolean
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
  /** For tests of what a network can do. */
  readonly fetch?: typeof fetch | undefined
  /** Spreads what is tried again; from 0 to 1. */
  readonly random?: (() => number) | undefined
}

interface Known {
  listener: WebhookListener | null
  /** Why there is none; null where it was not tried yet. */
  whyNot: string | null
  lastEventAtMs: number | null
  eventCount: number
}

export function createReachService(dependencies: ReachDependencies): ReachService {
  const { ledger, secrets, settings, clock, log, t, requests } = dependencies
  const wantedPort = dependencies.port ?? preferredPort
  const current = createLiveValue<Reach>({ ...unknownReach, reason: t('reach.starting') })
  const coachChanged = createSignal<void>()
  const tellCoach = onceASecond(clock, () => coachChanged.emit())
  const tokens = createWebhookTokens(secrets, clock)
  const testEvents = createTestEvents()
  const choosing = createTunnelChoosing(dependencies)
  const checkWay = createWayCheck({ ...dependencies, testEvents })
  const way = createPublicWay({
    ...dependencies,
    readSecret: (kind) => choosing.readSecret(kind),
    checkAddress: (address, signal) => checkWay(`${address}${hookPath(tokens.current().value)}`, signal)
  })
  const listening = createListeningRecord({
    ledger,
    clock,
    onGap: dependencies.onGap,
    onFailure: (error) =>
      log.warn('It could not be written down whether the app listens', { error: String(error) })
  })
  const known: Known = { listener: null, whyNot: null, lastEventAtMs: null, eventCount: 0 }
  let cancelTokenEnd = (): void => undefined

  function tell(): void {
    const before = current.get()
    const next = reachOf({
      parts: {
        ...known,
        wantedPort,
        token: tokens.current().value,
        tunnel: way.tunnel(),
        lastAddress: way.lastAddress(),
        addressChange: way.addressChange(),
        checks: way.checks(),
        oldTokenUntilMs: tokens.oldUntilMs()
      },
      before,
      nowMs: clock.nowMs(),
      t
    })
    if (next.tunnel.kind !== 'none' && next.state !== before.state)
      log.info('Whether webhooks get here has changed', { state: next.state, reason: next.reason })
    if (JSON.stringify(next) !== JSON.stringify(before)) current.set(next)
    listening.follow(next, way.checks().provedAtMs)
    if (next.addressChange?.atMs !== before.addressChange?.atMs) tellCoach.ask()
  }

  function heard(envelope: EventEnvelope, changes: LedgerChanges): void {
    // What was still being stored when listening stopped is no sign of life.
    if (known.listener !== null) {
      known.lastEventAtMs = envelope.receivedAtMs
      known.eventCount += 1
      way.heard()
      tellCoach.ask()
    }
    dependencies.onStored(envelope, changes)
  }

  async function changeTokens(change: () => Promise<void>): Promise<Outcome<Reach>> {
    try {
      await change()
    } catch (error) {
      log.warn('The secret of the address could not be changed', { error: String(error) })
      return failed('keychain', t('reach.keychain'))
    }
    awaitTokenEnd()
    tell()
    coachChanged.emit()
    return succeeded(current.get())
  }

  function awaitTokenEnd(): void {
    cancelTokenEnd()
    const untilMs = tokens.oldUntilMs()
    if (untilMs === null) return
    cancelTokenEnd = clock.schedule(Math.max(0, untilMs - clock.nowMs()), () => {
      tell()
      coachChanged.emit()
    })
  }

  async function listen(): Promise<void> {
    try {
      known.listener = await startListener({
        ledger,
        clock,
        log,
        tokens: () => tokens.valid(),
        testEvents,
        requests,
        allowedSources: () => settings.current.get().sourceAddresses,
        takesAccount: (accountId) => (dependencies.isOfOtherAccount(accountId) ? 'later' : 'now'),
        isBehindTunnel: () => settings.current.get().tunnel.kind !== 'none',
        place: { host: listeningHost, port: wantedPort, portCount },
        onStored: heard
      })
    } catch (error) {
      known.whyNot = error instanceof Error ? error.message : String(error)
      log.error('The listener could not start', { reason: known.whyNot })
    }
  }

  return {
    current,
    coachChanged,
    listOffers: () => choosing.listOffers(),
    async chooseTunnel(choice, secret) {
      const before = settings.current.get().tunnel
      const chosen = await choosing.choose(choice, secret)
      if (!chosen.ok) return chosen
      // Another choice is followed by itself; the same one may have another secret now.
      if (JSON.stringify(choice) === JSON.stringify(before)) way.reopen()
      return succeeded(current.get())
    },
    async checkNow() {
      await way.checkNow()
      return current.get()
    },
    acceptAddress() {
      way.acceptAddress()
      tell()
      return current.get()
    },
    replaceToken: () => changeTokens(() => tokens.replace()),
    revokeOldToken: () => changeTokens(() => tokens.revokeOld()),
    async getCoach() {
      const coach = coachOf({
        sightings: await ledger.listWebhookSightings(),
        accountId: dependencies.accountId(),
        currentTokenId: tokens.current().id,
        addressChangedAtMs: current.get().addressChange?.atMs ?? null,
        aliases: settings.current.get().fieldAliases,
        nowMs: clock.nowMs()
      })
      return { ...coach, canSendTest: dependencies.askSimulator !== null }
    },
    async sendTestEvent(name) {
      if (dependencies.askSimulator === null) return failed('no-simulator', t('reach.noSimulator'))
      try {
        await dependencies.askSimulator(name)
        return succeeded(null)
      } catch (error) {
        log.warn('The simulator sent no event', { name, error: String(error) })
        return failed('simulator', t('reach.simulatorRefused'))
      }
    },
    listGaps: () => ledger.listGaps(1_000),
    async start() {
      await tokens.load()
      const { count, lastReceivedAtMs } = await ledger.countEvents()
      known.eventCount = count
      known.lastEventAtMs = lastReceivedAtMs
      await listen()
      way.changed.watch(tell)
      if (known.listener !== null) way.start(known.listener.port)
      awaitTokenEnd()
      tell()
    },
    async stop() {
      listening.stop()
      tellCoach.stop()
      cancelTokenEnd()
      const { listener } = known
      known.listener = null
      await Promise.all([way.stop(), listener?.close()])
      const gone = { webhookUrl: null, isPublic: false, isChecking: false }
      current.set({ ...current.get(), ...gone, state: 'deaf', reason: null })
    }
  }
}
