import type { Clock } from '../../src/main/core/ports.ts'
import { type LeaseStore, leaseTimes } from '../../src/relay/leader/lease.ts'

/** What becomes of a request and of its answer, in milliseconds; null where it is lost. */
export interface Journey {
  readonly thereMs: number | null
  readonly backMs: number | null
}

const timeoutMs = 2_000

/** A server that keeps one key as JetStream would: in its own order, with revisions, and until the key is too old. */
export function createSimulatedLease(clock: Clock) {
  let entry: { readonly holder: string; readonly revision: number; readonly atMs: number } | null = null
  let lastRevision = 0
  const listeners = new Set<() => void>()

  const current = () => (entry !== null && clock.nowMs() - entry.atMs < leaseTimes.lastsMs ? entry : null)
  function write(holder: string): number {
    lastRevision += 1
    entry = { holder, revision: lastRevision, atMs: clock.nowMs() }
    return lastRevision
  }

  return {
    holder: () => current()?.holder ?? null,
    /** The store as one process sees it, over a network that does to each request what `journey` says. */
    seenBy(processClock: Clock, journey: () => Journey): LeaseStore {
      const send = <T>(work: () => T): Promise<T> =>
        new Promise((resolve, reject) => {
          const { thereMs, backMs } = journey()
          processClock.schedule(timeoutMs, () => reject(new Error('no answer')))
          if (thereMs === null) return
          clock.schedule(thereMs, () => {
            const answer = work()
            if (backMs !== null) processClock.schedule(backMs, () => resolve(answer))
          })
        })
      return {
        take: (holder) =>
          send(() => {
            const there = current()
            return there === null || there.holder === holder ? write(holder) : null
          }),
        renew: (holder, revision) => send(() => (current()?.revision === revision ? write(holder) : null)),
        release: (revision) =>
          send(() => {
            if (current()?.revision !== revision) return
            entry = null
            for (const listener of listeners) listener()
          }),
        onReleased(listener) {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        }
      }
    }
  }
}

/** A process that can be halted, as by SIGSTOP: whatever falls due meanwhile happens when it goes on, and the clock does not wait. */
export function createHaltableClock(clock: Clock) {
  let isHalted = false
  let overdue: (() => void)[] = []
  return {
    nowMs: () => clock.nowMs(),
    schedule(delayMs: number, task: () => void) {
      let isCanceled = false
      const run = () => {
        if (isCanceled) return
        if (isHalted) overdue.push(run)
        else task()
      }
      clock.schedule(delayMs, run)
      return () => {
        isCanceled = true
      }
    },
    halt() {
      isHalted = true
    },
    goOn() {
      isHalted = false
      const due = overdue
      overdue = []
      for (const run of due) run()
    }
  }
}
