import type { WayCheck } from '../../../shared/domain/reach.ts'
import type { TunnelKind } from '../../../shared/domain/tunnel.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Clock } from '../ports.ts'
import type { Proof } from './judge-reach.ts'
import type { WayTest } from './way-check.ts'

/** From the beginning of a check to the next, while they pass; an address of one's own has nobody else who watches it. */
const usualMs = 180_000
const ownAddressMs = 6_000
/** After one that failed, and after more of them. */
const secondLookMs = 2_000
const failingMs = 6_000
/** How long a real event speaks for a way that no test ever came by. */
const heardHoldsMs = 600_000
/** A quick tunnel gets another address when it is opened again, and comes back by itself as a rule. */
const quickTunnelPatience = 3
/** What was whole before and breaks without a sign is opened again after so many. */
const patience = 3

export interface Checks {
  readonly proof: Proof
  readonly last: WayCheck | null
  readonly isRunning: boolean
  /** When it was last proved that webhooks get here; null where it never was. */
  readonly provedAtMs: number | null
}

export interface Way {
  readonly kind: TunnelKind
  readonly url: string
}

/** When the way from the public address to here is checked, and what that proved. */
export interface CheckSchedule {
  readonly current: Pick<LiveValue<Checks>, 'get' | 'watch'>
  /** Another way is to be checked from now on, which nothing is known of yet; null where there is none to check. */
  follow(way: Way | null): void
  /** A real event came in. */
  heard(): void
  /** Resolves once there is an answer; one that is under way counts. */
  checkNow(): Promise<void>
  /** The way may have broken without a sign: it is checked at once, and opened again where that fails. */
  suspect(): void
  stop(): void
}

interface Dependencies {
  readonly check: (way: Way, signal: AbortSignal) => Promise<WayTest>
  readonly reopen: () => void
  readonly clock: Clock
}

/** What is known of the way that is checked now. */
interface Past {
  readonly failedInARow: number
  /** Those of them that got out of this computer: of the others nothing is to be mended by opening the way again. */
  readonly brokenInARow: number
  readonly isSuspected: boolean
  /** Whether it was ever whole for a test. */
  readonly hasPassed: boolean
  /** Whether a real event ever came by it. */
  readonly hasHeard: boolean
  /** Whether it was whole since it was last opened again. */
  readonly mayReopen: boolean
}
const noneFailed = { failedInARow: 0, brokenInARow: 0, isSuspected: false } as const
const nothingYet: Past = {
  ...noneFailed,
  hasPassed: false,
  hasHeard: false,
  mayReopen: false
}

export function createCheckSchedule({ check, reopen, clock }: Dependencies): CheckSchedule {
  const current = createLiveValue<Checks>({ proof: 'none', last: null, isRunning: false, provedAtMs: null })
  let way: Way | null = null
  let past = nothingYet
  let running: { readonly stop: AbortController; readonly done: Promise<void> } | null = null
  let cancelNext = (): void => undefined

  const become = (change: Partial<Checks>): void => current.set({ ...current.get(), ...change })

  function breakOff(): void {
    cancelNext()
    running?.stop.abort()
    running = null
  }

  function begin(checked: Way): void {
    breakOff()
    const stop = new AbortController()
    running = { stop, done: run(checked, stop.signal) }
    become({ isRunning: true })
  }

  async function run(checked: Way, signal: AbortSignal): Promise<void> {
    const beganMs = clock.nowMs()
    const { isOffline, ...result } = await check(checked, signal)
    if (signal.aborted) return
    running = null
    const delayMs = take(result.isPassed, isOffline, checked)
    cancelNext = clock.schedule(Math.max(0, beganMs + delayMs - clock.nowMs()), () => begin(checked))
    const isToReopen = isHopeless(checked)
    become({
      isRunning: false,
      last: result,
      proof: result.isPassed ? 'passed' : proofWithoutTest(),
      ...(result.isPassed && { provedAtMs: result.atMs })
    })
    if (!isToReopen) return
    past = { ...past, isSuspected: false, mayReopen: false }
    reopen()
  }

  /** How long after its beginning the next one is to begin, in milliseconds. */
  function take(isPassed: boolean, isOffline: boolean, { kind }: Way): number {
    if (isPassed) {
      past = { ...past, ...noneFailed, hasPassed: true, mayReopen: true }
      return kind === 'own-url' ? ownAddressMs : usualMs
    }
    const { failedInARow, brokenInARow } = past
    past = { ...past, failedInARow: failedInARow + 1, brokenInARow: brokenInARow + (isOffline ? 0 : 1) }
    return past.failedInARow === 1 ? secondLookMs : failingMs
  }

  function isHopeless({ kind }: Way): boolean {
    const { isSuspected, brokenInARow, mayReopen } = past
    if (kind === 'own-url') return false
    if (isSuspected) return brokenInARow >= (kind === 'cloudflared-quick' ? quickTunnelPatience : 1)
    return mayReopen && kind !== 'cloudflared-quick' && brokenInARow >= patience
  }

  /** Some networks let nobody inside reach their own public address: there, what came from outside outweighs tests that never do. */
  function proofWithoutTest(): Proof {
    if (past.hasHeard && !past.hasPassed) {
      const { provedAtMs } = current.get()
      return clock.nowMs() - (provedAtMs ?? 0) < heardHoldsMs ? 'heard' : 'doubted'
    }
    return past.failedInARow === 1 ? 'doubted' : 'refuted'
  }

  /** Another check may have taken the place of the one that is waited for. */
  async function allAnswered(): Promise<void> {
    if (running === null) return
    await running.done
    return allAnswered()
  }

  return {
    current,
    follow(next) {
      if (next?.url === way?.url && next?.kind === way?.kind) return
      breakOff()
      way = next
      past = nothingYet
      become({ proof: 'none', isRunning: next !== null, ...(next !== null && { last: null }) })
      if (next !== null) begin(next)
    },
    heard() {
      past = { ...past, ...noneFailed, hasHeard: true }
      become({ proof: 'heard', provedAtMs: clock.nowMs() })
    },
    checkNow() {
      if (way !== null && running === null) begin(way)
      return allAnswered()
    },
    suspect() {
      if (way === null) return
      past = { ...past, isSuspected: true }
      begin(way)
    },
    stop() {
      breakOff()
      way = null
      become({ isRunning: false })
    }
  }
}
