import { createLiveValue, type LiveValue } from '../../main/core/live-value.ts'
import type { Clock, Log } from '../../main/core/ports.ts'

/**
 * How long the key outlives its last writing; how long its writer may count on it, which is less, since a clock may be late and the
 * server's differs; how often it is written; and how often others look whether it is gone.
 */
export const leaseTimes = { lastsMs: 8_000, heldForMs: 6_000, renewEveryMs: 2_500, tryEveryMs: 1_000 }

/** A key that one at a time can hold, and that is gone where it is not written again in time. Rejects where the outcome is not known. */
export interface LeaseStore {
  /** Writes it if nobody else holds it. Its revision; null where another holds it. */
  take(holder: string): Promise<number | null>
  /** Writes it again if it still has that revision. The next one; null where it has not. */
  renew(holder: string, revision: number): Promise<number | null>
  /** Gives it up, for whoever watches. */
  release(revision: number): Promise<void>
  onReleased(listener: () => void): () => void
}

/** At most one of all relay processes holds it at any time. */
export interface Lease {
  readonly isHeld: Pick<LiveValue<boolean>, 'watch'> & {
    /** Asks the clock too: a process that was halted knows that it is over before any timer has told it. */
    get(): boolean
  }
  start(): void
  /** Gives it up at once, so that another can take it. */
  stop(): Promise<void>
}

interface Dependencies {
  readonly store: LeaseStore
  /** Of this process alone. */
  readonly holder: string
  readonly clock: Clock
  readonly log: Log
  readonly random?: (() => number) | undefined
}

interface Held {
  readonly revision: number
  readonly fromMs: number
  readonly untilMs: number
}

export function createLease({ store, holder, clock, log, random = Math.random }: Dependencies): Lease {
  const isHolder = createLiveValue(false)
  let held: Held | null = null
  let isStopped = true
  /** What is still to be given up. */
  let leftOver: number | null = null
  let turn: Promise<void> | null = null
  let cancelTurn = (): void => undefined
  let cancelExpiry = (): void => undefined
  let unwatch = (): void => undefined

  const isHeld = (): boolean => {
    const nowMs = clock.nowMs()
    // A clock that was set back counts no further than the timer does.
    return held !== null && nowMs >= held.fromMs && nowMs < held.untilMs
  }

  function hold(revision: number, sentAtMs: number): void {
    // What was over for a moment has ended for whoever asked meanwhile.
    if (!isHeld()) lose()
    cancelExpiry()
    held = { revision, fromMs: sentAtMs, untilMs: sentAtMs + leaseTimes.heldForMs }
    cancelExpiry = clock.schedule(held.untilMs - clock.nowMs(), lose)
    isHolder.set(isHeld())
  }

  function lose(): void {
    cancelExpiry()
    held = null
    isHolder.set(false)
  }

  async function takeTurn(): Promise<void> {
    const before = held
    // Counted from before it is sent: the server counts from when it gets there.
    const sentAtMs = clock.nowMs()
    try {
      const revision = await (before === null ? store.take(holder) : store.renew(holder, before.revision))
      if (revision === null) lose()
      else if (isStopped) leftOver = revision
      else hold(revision, sentAtMs)
      scheduleTurn(isHeld() ? leaseTimes.renewEveryMs : leaseTimes.tryEveryMs)
    } catch (error) {
      log.warn('The lease of the leader could not be reached', { error: String(error) })
      scheduleTurn(leaseTimes.tryEveryMs)
    }
  }

  function scheduleTurn(delayMs: number): void {
    cancelTurn()
    if (isStopped) return
    // Processes that were started together are not to come together for good.
    cancelTurn = clock.schedule(delayMs * (0.8 + 0.2 * random()), startTurn)
  }

  function startTurn(): void {
    cancelTurn()
    turn ??= takeTurn().finally(() => {
      turn = null
    })
  }

  return {
    isHeld: { get: isHeld, watch: isHolder.watch },
    start() {
      isStopped = false
      unwatch = store.onReleased(() => {
        if (held === null) startTurn()
      })
      startTurn()
    },
    async stop() {
      isStopped = true
      unwatch()
      cancelTurn()
      leftOver = held?.revision ?? null
      lose()
      await turn
      if (leftOver === null) return
      await store
        .release(leftOver)
        .catch((error: unknown) => log.warn('The lease was not given up', { error: String(error) }))
    }
  }
}
