import { createWallClock, type WallClock } from '../../src/main/core/wall-clock.ts'

/** A clock of New York that stands still until it is told to go on. */
export interface ManualClock extends WallClock {
  /** Lets what was begun settle, then runs what falls due, in order of time, and lets each task settle before the next. */
  advance(durationMs: number): Promise<void>
  /** Time goes by as for a computer that sleeps: its timers stand still meanwhile. Negative, it is a clock that is set back. */
  sleep(durationMs: number): void
}

export function createManualClock(startMs: number = Date.UTC(2026, 0, 15, 10, 30)): ManualClock {
  // What a timer counts, and by how much the clock on the wall differs from that.
  let countedMs = 0
  let asideMs = startMs
  const timers = new Set<{ readonly dueMs: number; readonly task: () => void }>()
  const nextDue = (untilMs: number) =>
    [...timers].filter(({ dueMs }) => dueMs <= untilMs).toSorted((one, other) => one.dueMs - other.dueMs)[0]

  const clock = {
    nowMs: () => countedMs + asideMs,
    schedule(delayMs: number, task: () => void) {
      const timer = { dueMs: countedMs + Math.max(0, delayMs), task }
      timers.add(timer)
      return () => void timers.delete(timer)
    }
  }
  const me = { extension: '1001', name: 'John Smith', email: null, timeZone: 'America/New_York' }
  return {
    ...createWallClock(clock, { me: () => me }),
    async advance(durationMs) {
      await settled()
      const untilMs = countedMs + durationMs
      for (let timer = nextDue(untilMs); timer; timer = nextDue(untilMs)) {
        timers.delete(timer)
        countedMs = timer.dueMs
        timer.task()
        await settled()
      }
      countedMs = untilMs
    },
    sleep(durationMs) {
      asideMs += durationMs
    }
  }
}

/** Resolves when every promise that was ready to go on has gone on: a turn of the event loop comes after them all. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
