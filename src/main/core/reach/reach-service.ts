import type { EventName } from '../../../shared/domain/event-name.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Gap } from '../../../shared/domain/gap.ts'
import { type Reach, unknownReach } from '../../../shared/domain/reach.ts'
import type { TunnelChoice, TunnelKind, TunnelOffer } from '../../../shared/domain/tunnel.ts'
import type { WebhookCoach } from '../../../shared/domain/webhook-coach.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type { LedgerChanges, SecretStore, Tunnels } from '../ports.ts'
import type { SettingsService } from '../settings/index.ts'
import { createListeningRecord } from './listening-record.ts'
import { onceASecond } from './once-a-second.ts'
import { createOwnWay, type OwnWayDependencies } from './own-way.ts'
import { createRelayWay, type RelayWayDependencies } from './relay-way.ts'
import { createTunnelChoosing } from './tunnel-choice.ts'
import type { Way } from './way.ts'
import { coachOf } from './webhook-coach.ts'
import { createWebhookTokens } from './webhook-tokens.ts'

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

export interface ReachDependencies
  extends Omit<OwnWayDependencies, 'tokens' | 'allowedSources' | 'readSecret' | 'settings' | 'onStored'>,
    Omit<RelayWayDependencies, 'onStored' | 'ledger' | 'host'> {
  readonly secrets: SecretStore
  readonly settings: SettingsService
  readonly tunnels: Tunnels
  readonly accountId: () => number | null
  /** Asks the simulator for an event; null where the API is no simulator. */
  readonly askSimulator: ((name: EventName) => Promise<void>) | null
  /** Called once for each event that was not there before, after its commit. */
  readonly onStored: (event: { readonly name: string }, changes: LedgerChanges) => void
  /** Told after a time in which nothing could be heard. */
  readonly onGap: () => void
}

export function createReachService(dependencies: ReachDependencies): ReachService {
  const { ledger, secrets, settings, clock, log, t } = dependencies
  const current = createLiveValue<Reach>({ ...unknownReach, reason: t('reach.starting') })
  const coachChanged = createSignal<void>()
  const tellCoach = onceASecond(clock, () => coachChanged.emit())
  const tokens = createWebhookTokens(secrets, clock)
  const choosing = createTunnelChoosing(dependencies)
  const listening = createListeningRecord({
    ledger,
    clock,
    onGap: dependencies.onGap,
    onFailure: (error) =>
      log.warn('It could not be written down whether the app listens', { error: String(error) })
  })
  const heardSoFar = { lastEventAtMs: null as number | null, eventCount: 0 }
  let way: Way | null = null
  /** One way is opened or closed after the other. */
  let changing: Promise<void> = Promise.resolve()
  let isStopped = false
  let unwatch = (): void => undefined
  let cancelTokenEnd = (): void => undefined

  const createWay = (kind: TunnelKind): Way =>
    kind === 'relay'
      ? createRelayWay({ ...dependencies, onStored: stored })
      : createOwnWay({
          ...dependencies,
          tokens,
          readSecret: (secretOf) => choosing.readSecret(secretOf),
          allowedSources: () => settings.current.get().sourceAddresses,
          onStored: stored
        })

  function tell(): void {
    if (way === null) return
    const before = current.get()
    const told = way.tell()
    const isSame = told.state === before.state && before.sinceMs !== 0
    const next = { ...told, ...heardSoFar, sinceMs: isSame ? before.sinceMs : clock.nowMs() }
    if (next.tunnel.kind !== 'none' && next.state !== before.state)
      log.info('Whether webhooks get here has changed', { state: next.state, reason: next.reason })
    if (JSON.stringify(next) !== JSON.stringify(before)) current.set(next)
    listening.follow(way.hearing())
    if (next.addressChange?.atMs !== before.addressChange?.atMs) tellCoach.ask()
  }

  function stored(
    event: { readonly receivedAtMs: number; readonly name: string },
    changes: LedgerChanges
  ): void {
    // What was still being stored when its way was closed is no sign of life.
    if (way !== null) {
      heardSoFar.lastEventAtMs = Math.max(event.receivedAtMs, heardSoFar.lastEventAtMs ?? 0)
      heardSoFar.eventCount += 1
      tell()
      tellCoach.ask()
    }
    dependencies.onStored(event, changes)
  }

  async function openWay(kind: TunnelKind): Promise<void> {
    const opened = createWay(kind)
    way = opened
    opened.changed.watch(() => opened === way && tell())
    await opened.open()
    tell()
  }

  /** From the listener here to the team's relay, or back: never both, since each is a way in. */
  function changeWay(kind: TunnelKind): void {
    async function change(): Promise<void> {
      const left = way
      way = null
      await left?.close()
      await openWay(kind)
    }
    changing = changing
      .then(change)
      .catch((error: unknown) => log.error('The way in could not be changed', { error: String(error) }))
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

  return {
    current,
    coachChanged,
    listOffers: () => choosing.listOffers(),
    async chooseTunnel(choice, secret) {
      const before = settings.current.get().tunnel
      const chosen = await choosing.choose(choice, secret)
      if (!chosen.ok) return chosen
      // Another choice is followed by itself; the same one may have another secret now.
      if (JSON.stringify(choice) === JSON.stringify(before)) way?.reopen()
      return succeeded(current.get())
    },
    async checkNow() {
      await way?.checkNow()
      return current.get()
    },
    acceptAddress() {
      way?.acceptAddress()
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
      heardSoFar.eventCount = count
      heardSoFar.lastEventAtMs = lastReceivedAtMs
      if (isStopped) return
      let { kind } = settings.current.get().tunnel
      unwatch = settings.current.watch(({ tunnel }) => {
        const isOther = (tunnel.kind === 'relay') !== (kind === 'relay')
        kind = tunnel.kind
        if (isOther) changeWay(kind)
      })
      const opening = openWay(kind)
      changing = opening.catch(() => undefined)
      await opening
      if (!isStopped) awaitTokenEnd()
    },
    async stop() {
      isStopped = true
      unwatch()
      await changing
      const left = way
      way = null
      // Nothing is told of any way from here on, so what stops now stays so.
      listening.stop()
      tellCoach.stop()
      cancelTokenEnd()
      await left?.close()
      const gone = { webhookUrl: null, localPort: null, isPublic: false, isChecking: false }
      current.set({ ...current.get(), ...gone, state: 'deaf', reason: null })
    }
  }
}
