import type { Reach } from '../../../shared/domain/reach.ts'
import type { OwnWayChoice, TunnelKind, TunnelStatus } from '../../../shared/domain/tunnel.ts'
import { createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type { Clock, DocumentStore, HostAdapters, Log, MachineEvent, ReadNetwork, Tunnels } from '../ports.ts'
import type { SettingsService } from '../settings/index.ts'
import type { Translate } from '../translate.ts'
import { type Checks, createCheckSchedule } from './check-schedule.ts'
import { createMachineWatch } from './machine-watch.ts'
import { createPublicAddress } from './public-address.ts'
import { createTunnelSupervisor } from './tunnel-supervisor.ts'
import type { WayTest } from './way-check.ts'

/** The way from the public address to the listener: kept open, checked, and its address remembered. */
export interface PublicWay {
  /** Told when any of what it says may be another. */
  readonly changed: Pick<Signal<void>, 'watch'>
  tunnel(): TunnelStatus
  checks(): Checks
  /** Where the chosen way was found last, without the webhook's path; null where it never was. */
  lastAddress(): string | null
  addressChange(): Reach['addressChange']
  acceptAddress(): void
  /** Opens what is chosen, and from then on whatever is chosen instead. */
  start(localPort: number): void
  reopen(): void
  checkNow(): Promise<void>
  /** A real event came in. */
  heard(): void
  stop(): Promise<void>
}

export interface PublicWayDependencies {
  readonly settings: { readonly current: Pick<LiveValue<Chosen>, 'get' | 'watch'> }
  readonly tunnels: Pick<Tunnels, 'open'>
  readonly readSecret: (kind: TunnelKind) => Promise<string | null>
  /** Sends a test to the webhook at an address. */
  readonly checkAddress: (address: string, signal: AbortSignal) => Promise<WayTest>
  readonly document: DocumentStore
  readonly readNetwork: ReadNetwork
  readonly host: Pick<HostAdapters, 'resumed' | 'notifier' | 'mainWindow'>
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly random?: (() => number) | undefined
}

type Chosen = Pick<ReturnType<SettingsService['current']['get']>, 'tunnel'>

export function createPublicWay(dependencies: PublicWayDependencies): PublicWay {
  const { settings, host, clock, log, t } = dependencies
  const changed = createSignal<void>()
  const supervisor = createTunnelSupervisor(dependencies)
  const checks = createCheckSchedule({
    check: ({ url }, signal) => dependencies.checkAddress(url, signal),
    reopen: () => supervisor.restart(),
    clock
  })
  const address = createPublicAddress({
    document: dependencies.document,
    clock,
    log,
    onChange({ after }) {
      log.warn('The public address became another', { after })
      host.notifier.notify({
        title: t('reach.addressChanged'),
        body: t('reach.addressNow', { address: after }),
        onActivate: () => host.mainWindow.show()
      })
    }
  })
  const machine = createMachineWatch({ ...dependencies, resumed: host.resumed, onEvent: machineChanged })
  let unwatch = (): void => undefined

  /** The relay needs no tunnel. */
  function chosen(): OwnWayChoice {
    const { tunnel } = settings.current.get()
    return tunnel.kind === 'relay' ? { kind: 'none' } : tunnel
  }

  function tunnelChanged({ kind, url, state }: TunnelStatus): void {
    const isUp = state === 'up' && url !== null
    if (isUp) address.note(kind, url)
    // What was proved of another way is forgotten before anybody is told of this one.
    checks.follow(isUp ? { kind, url } : null)
    changed.emit()
  }

  function machineChanged(event: MachineEvent): void {
    const { kind, state } = supervisor.status.get()
    if (kind !== 'none') log.info('The computer woke or is in another network', { event })
    // What its program tries by itself is left to it where opening it again would change the address.
    if (state === 'waiting' || (state === 'down' && kind !== 'cloudflared-quick')) supervisor.restart()
    else checks.suspect()
    changed.emit()
  }

  return {
    changed,
    tunnel: supervisor.status.get,
    checks: checks.current.get,
    lastAddress: () => address.lastOf(supervisor.status.get().kind),
    addressChange: () => address.change(),
    acceptAddress: () => address.accept(),
    start(localPort) {
      let used = chosen()
      const endings = [
        supervisor.status.watch(tunnelChanged),
        checks.current.watch(() => changed.emit()),
        settings.current.watch(() => {
          const next = chosen()
          if (JSON.stringify(next) === JSON.stringify(used)) return
          used = next
          supervisor.use(next, localPort)
        })
      ]
      unwatch = () => endings.forEach((end) => end())
      supervisor.use(used, localPort)
      machine.start()
    },
    reopen: () => supervisor.restart(),
    checkNow: () => checks.checkNow(),
    heard: () => checks.heard(),
    stop() {
      unwatch()
      machine.stop()
      checks.stop()
      return supervisor.stop()
    }
  }
}
