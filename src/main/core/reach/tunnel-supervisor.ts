import type { OwnWayChoice, TunnelKind, TunnelStatus } from '../../../shared/domain/tunnel.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Clock, Log, OpenTunnel, TunnelEvents, Tunnels, TunnelTrouble } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { describeTrouble } from './describe-trouble.ts'
import { needsSecret } from './tunnel-secret.ts'

const firstWaitMs = 1_000
const longestWaitMs = 60_000
const jitter = 0.1
/** Up for as long, it counts as having worked: what goes wrong then is tried again soon. */
const steadyAfterMs = 60_000
/** How long a program may take until it says anything. */
const longestStartMs = 60_000
/** How long what is down may try by itself, where to be opened again does not give it another address. */
const longestDownMs = 120_000
const longestCloseMs = 5_000

/** Trying again does not help before somebody does something; but somebody may. */
const stubborn: readonly TunnelTrouble['code'][] = ['refused', 'no-secret', 'no-program', 'unknown-host-key']

/** Keeps the chosen tunnel open. */
export interface TunnelSupervisor {
  readonly status: Pick<LiveValue<TunnelStatus>, 'get' | 'watch'>
  /** Opens it in the place of the one before; `none` only ends that. */
  use(choice: OwnWayChoice, localPort: number): void
  /** Ends it and opens it again, at once. */
  restart(): void
  /** Resolves once what was started is gone. */
  stop(): Promise<void>
}

interface Dependencies {
  readonly tunnels: Pick<Tunnels, 'open'>
  readonly readSecret: (kind: TunnelKind) => Promise<string | null>
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly random?: (() => number) | undefined
}

const off: TunnelStatus = { kind: 'none', state: 'off', url: null, reason: null, nextTryAtMs: null }

export function createTunnelSupervisor(dependencies: Dependencies): TunnelSupervisor {
  const { tunnels, readSecret, clock, log, t, random = Math.random } = dependencies
  const status = createLiveValue(off)
  let order: { readonly choice: OwnWayChoice; readonly localPort: number } | null = null
  let open: OpenTunnel | null = null
  let closing: Promise<unknown> = Promise.resolve()
  /** What comes of an earlier run is of no interest any more. */
  let run = 0
  let failedTries = 0
  let upSinceMs: number | null = null
  let cancelWait = (): void => undefined

  const become = (change: Partial<TunnelStatus>): void => status.set({ ...status.get(), ...change })

  /** Leaves everything behind that belongs to the present run, and says which comes next. */
  function leave(): number {
    cancelWait()
    if (open !== null) closing = Promise.all([closing, closeInTime(open)])
    open = null
    upSinceMs = null
    run += 1
    return run
  }

  async function closeInTime(tunnel: OpenTunnel): Promise<void> {
    let cancel = (): void => undefined
    const limit = new Promise<void>((resolve) => {
      cancel = clock.schedule(longestCloseMs, resolve)
    })
    try {
      await Promise.race([tunnel.close(), limit])
    } catch (error) {
      log.warn('A tunnel could not be closed', { error: String(error) })
    }
    cancel()
  }

  async function begin(): Promise<void> {
    const thisRun = leave()
    if (order === null) return
    const { choice, localPort } = order
    become({ state: 'starting', nextTryAtMs: null })
    const secret = needsSecret(choice.kind) ? await readKept(choice.kind) : null
    await closing
    if (thisRun !== run) return
    if (needsSecret(choice.kind) && secret === null) return end({ code: 'no-secret', detail: '' })
    open = tunnels.open({ choice, secret, localPort }, eventsOf(thisRun))
    cancelWait = clock.schedule(longestStartMs, () => end({ code: 'no-connection', detail: '' }))
  }

  async function readKept(kind: TunnelKind): Promise<string | null> {
    try {
      return await readSecret(kind)
    } catch (error) {
      log.warn('The keychain did not give the secret of the tunnel', { kind, error: String(error) })
      return null
    }
  }

  function eventsOf(itsRun: number): TunnelEvents {
    return {
      onUp(publicAddress) {
        if (itsRun !== run) return
        cancelWait()
        upSinceMs ??= clock.nowMs()
        const url = publicAddress.replace(/\/+$/, '')
        if (status.get().state !== 'up' || status.get().url !== url)
          log.info('A tunnel leads here', { kind: status.get().kind, url })
        become({ state: 'up', url, reason: null, nextTryAtMs: null })
      },
      onDown(trouble) {
        if (itsRun !== run) return
        cancelWait()
        forgiveIfSteady()
        upSinceMs = null
        become({ state: 'down', reason: wordsOf(trouble), nextTryAtMs: null })
        if (status.get().kind !== 'cloudflared-quick')
          cancelWait = clock.schedule(longestDownMs, () => end(trouble))
      },
      onEnded(trouble) {
        if (itsRun !== run) return
        open = null
        end(trouble)
      }
    }
  }

  function forgiveIfSteady(): void {
    if (upSinceMs !== null && clock.nowMs() - upSinceMs >= steadyAfterMs) failedTries = 0
  }

  function end(trouble: TunnelTrouble): void {
    forgiveIfSteady()
    leave()
    const usualMs = stubborn.includes(trouble.code) ? longestWaitMs : firstWaitMs * 2 ** failedTries
    const waitMs = Math.min(usualMs, longestWaitMs) * (1 + jitter * (2 * random() - 1))
    failedTries += 1
    become({ state: 'waiting', reason: wordsOf(trouble), nextTryAtMs: clock.nowMs() + waitMs })
    cancelWait = clock.schedule(waitMs, () => void begin())
  }

  function wordsOf(trouble: TunnelTrouble): string {
    const { kind } = status.get()
    log.warn('A tunnel does not lead here', { kind, ...trouble })
    return describeTrouble(kind, trouble, t)
  }

  return {
    status,
    use(choice, localPort) {
      failedTries = 0
      if (choice.kind === 'none') {
        order = null
        leave()
        status.set(off)
        return
      }
      order = { choice, localPort }
      status.set({ ...off, kind: choice.kind, state: 'starting', url: 'url' in choice ? choice.url : null })
      void begin()
    },
    restart() {
      failedTries = 0
      void begin()
    },
    async stop() {
      order = null
      leave()
      status.set(off)
      await closing
    }
  }
}
