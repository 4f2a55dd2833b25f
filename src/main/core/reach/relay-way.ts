import type { TunnelStatus } from '../../../shared/domain/tunnel.ts'
import { createSignal } from '../live-value.ts'
import type { Clock, HostAdapters, LedgerChanges, Log, LostTime, ReadNetwork } from '../ports.ts'
import { createTeamEvents, type TeamEventsDependencies, type TeamService } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import { judgeRelay } from './judge-relay.ts'
import { createMachineWatch } from './machine-watch.ts'
import type { Hearing, Way } from './way.ts'

/** How often it is looked whether the credentials are about to end. */
const lookEveryMs = 60_000

export interface RelayWayDependencies extends Pick<TeamEventsDependencies, 'followStream' | 'ledger'> {
  readonly team: TeamService
  readonly host: Pick<HostAdapters, 'resumed'>
  readonly readNetwork: ReadNetwork
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly onGap: () => void
  readonly onStored: (
    event: { readonly receivedAtMs: number; readonly name: string },
    changes: LedgerChanges
  ) => void
}

/** The team's relay takes the webhooks, and this computer reads them from its stream: no listener, no tunnel, no address. */
export function createRelayWay(dependencies: RelayWayDependencies): Way {
  const { team, host, clock, log, t } = dependencies
  const changed = createSignal<void>()
  const events = createTeamEvents(dependencies)
  const machine = createMachineWatch({
    ...dependencies,
    resumed: host.resumed,
    onEvent(event) {
      log.info('The computer woke or is in another network', { event })
      void team.probe()
    }
  })
  let endings: readonly (() => void)[] = []
  let cancelLook = (): void => undefined
  /** When everything was here, as far as it was proved last. */
  let heardUntilMs: number | null = null

  const judge = () => {
    const { place, reason, relay } = team.current.get()
    return judgeRelay(
      {
        lack: team.lack.get(),
        connection: team.state.get(),
        trouble: reason,
        relay,
        isStreamKnown: team.pulse.get() !== null,
        isCaughtUp: events.isCaughtUp(),
        expiresAtMs: place?.expiresAtMs ?? null,
        nowMs: clock.nowMs()
      },
      t
    )
  }

  function tunnel(): TunnelStatus {
    const connection = team.state.get()
    const { server, reason } = team.current.get()
    const state = { connecting: 'starting', connected: 'up', disconnected: 'down', refused: 'off' } as const
    return {
      kind: 'relay',
      state: connection === null ? 'off' : state[connection.state],
      url: server,
      reason,
      nextTryAtMs: null
    }
  }

  function lost(): LostTime | null {
    const found = events.lost()
    return found && { untilMs: found.untilMs, reason: t(`team.lost.${found.why}`) }
  }

  function changedNow(): void {
    // Before the relay was heard, catching up is the proof.
    if (events.isCaughtUp()) heardUntilMs = team.relayHeardAtMs() ?? heardUntilMs ?? clock.nowMs()
    changed.emit()
  }

  function look(): void {
    cancelLook = clock.schedule(lookEveryMs, look)
    changed.emit()
  }

  return {
    changed,
    tell: () => ({
      ...judge(),
      webhookUrl: null,
      localPort: null,
      isPublic: false,
      tunnel: tunnel(),
      check: null,
      isChecking: false,
      addressChange: null,
      oldTokenUntilMs: null
    }),
    hearing(): Hearing {
      const { state, reason } = judge()
      if (state === 'deaf') return { kind: 'deaf', reason: reason ?? '', heardUntilMs }
      return events.isCaughtUp() ? { kind: 'caught-up', lost: lost() } : { kind: 'unsettled' }
    },
    open() {
      endings = [
        events.changed.watch(changedNow),
        team.current.watch(changedNow),
        team.lack.watch(changedNow),
        team.state.watch(changedNow),
        team.pulse.watch(changedNow)
      ]
      events.start()
      machine.start()
      look()
      return Promise.resolve()
    },
    reopen: () => void team.probe(),
    checkNow: () => team.probe(),
    acceptAddress: () => undefined,
    close() {
      for (const end of endings) end()
      cancelLook()
      machine.stop()
      events.stop()
      return Promise.resolve()
    }
  }
}
