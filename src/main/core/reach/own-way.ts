import { preferredPort } from '../../../shared/domain/reach.ts'
import { createSignal } from '../live-value.ts'
import type { Ledger, LedgerChanges } from '../ports.ts'
import {
  createTestEvents,
  hookPath,
  type RequestLog,
  startListener,
  type WebhookListener
} from '../webhooks/index.ts'
import { createPublicWay, type PublicWayDependencies } from './public-way.ts'
import { wayToldOf } from './reach-state.ts'
import type { Hearing, Way } from './way.ts'
import { createWayCheck } from './way-check.ts'
import type { WebhookTokens } from './webhook-tokens.ts'

/** Bound to the loopback interface: only a tunnel on this machine reaches it. */
const listeningHost = '127.0.0.1'
/** Where the tunnel's end speaks from. */
const tunnelEnds = ['127.0.0.0/8', '::1']
const portCount = 10

export interface OwnWayDependencies extends Omit<PublicWayDependencies, 'checkAddress'> {
  readonly ledger: Ledger
  readonly tokens: Pick<WebhookTokens, 'valid' | 'current' | 'oldUntilMs'>
  readonly allowedSources: () => readonly string[]
  readonly isOfOtherAccount: (accountId: string | null) => boolean
  readonly requests: RequestLog
  /** Null for the usual one, 0 for any that is free. */
  readonly port: number | null
  readonly onStored: (
    event: { readonly receivedAtMs: number; readonly name: string },
    changes: LedgerChanges
  ) => void
  /** For tests of what a network can do. */
  readonly fetch?: typeof fetch | undefined
}

/** The embedded listener, and the tunnel from a public address to it. */
export function createOwnWay(dependencies: OwnWayDependencies): Way {
  const { ledger, tokens, settings, clock, log, t } = dependencies
  const wantedPort = dependencies.port ?? preferredPort
  const changed = createSignal<void>()
  const testEvents = createTestEvents()
  const checkWay = createWayCheck({ ...dependencies, testEvents })
  const publicWay = createPublicWay({
    ...dependencies,
    checkAddress: (address, signal) => checkWay(`${address}${hookPath(tokens.current().value)}`, signal)
  })
  let listener: WebhookListener | null = null
  /** Why there is none; null where it was not tried yet. */
  let whyNot: string | null = null

  async function listen(): Promise<void> {
    try {
      listener = await startListener({
        ledger,
        clock,
        log,
        tokens: () => tokens.valid(),
        testEvents,
        requests: dependencies.requests,
        allowedSources: dependencies.allowedSources,
        takesAccount: (accountId) => (dependencies.isOfOtherAccount(accountId) ? 'later' : 'now'),
        trustedProxies: () => (settings.current.get().tunnel.kind === 'none' ? [] : tunnelEnds),
        place: { host: listeningHost, port: wantedPort, portCount },
        onStored(event, changes) {
          if (listener !== null) publicWay.heard()
          dependencies.onStored(event, changes)
        }
      })
    } catch (error) {
      whyNot = error instanceof Error ? error.message : String(error)
      log.error('The listener could not start', { reason: whyNot })
    }
  }

  const tell: Way['tell'] = () =>
    wayToldOf(
      {
        listener,
        whyNot,
        wantedPort,
        token: tokens.current().value,
        tunnel: publicWay.tunnel(),
        lastAddress: publicWay.lastAddress(),
        addressChange: publicWay.addressChange(),
        checks: publicWay.checks(),
        oldTokenUntilMs: tokens.oldUntilMs()
      },
      t
    )

  return {
    changed,
    tell,
    hearing(): Hearing {
      const { state, reason } = tell()
      if (state !== 'deaf') return { kind: 'hearing' }
      return { kind: 'deaf', reason: reason ?? '', heardUntilMs: publicWay.checks().provedAtMs }
    },
    async open() {
      await listen()
      publicWay.changed.watch(changed.emit)
      if (listener !== null) publicWay.start(listener.port)
      changed.emit()
    },
    reopen: () => publicWay.reopen(),
    checkNow: () => publicWay.checkNow(),
    acceptAddress() {
      publicWay.acceptAddress()
      changed.emit()
    },
    async close() {
      const closing = listener
      listener = null
      await Promise.all([publicWay.stop(), closing?.close()])
    }
  }
}
