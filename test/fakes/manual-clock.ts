import type { Clock } from '../../src/main/core/ports.ts'

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** Runs what falls due, in order of time, and lets each task's promises settle before the next. */
  advance(durationMs: number): Promise<void>
}

export function createManualClock(startMs: number = Date.UTC(2026, 0, 15, 10, 30)): ManualClock {
  let now = startMs
  const timers = new Set<{ readonly dueMs: number; readonly task: () => void }>()
  const nextDue = (untilMs: number) =>
    [...timers].filter(({ dueMs }) => dueMs <= untilMs).toSorted((one, other) => one.dueMs - other.dueMs)[0]

  return {
    nowMs: () => now,
    schedule(delayMs, task) {
      const timer = { dueMs: now + Math.max(0, delayMs), task }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    async advance(durationMs) {
      const untilMs = now + durationMs
      for (let timer = nextDue(untilMs); timer; timer = nextDue(untilMs)) {
        timers.delete(timer)
        now = timer.dueMs
        timer.task()
        await settled()
      }
      now = untilMs
    }
  }
}

/** Resolves when every promise that was ready to go on has gone on: a turn of the event loop comes after them all. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
