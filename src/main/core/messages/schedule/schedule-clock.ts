import type { Clock, Log } from '../../ports.ts'

/** Looks at what is scheduled when it is time to, one look at a time. */
export interface ScheduleClock {
  start(): void
  stop(): void
  /** Something changed: looks now, or once more where a look is under way. */
  lookAgain(): void
}

interface Dependencies {
  /** Answers in how many milliseconds something falls due; null where nothing waits. */
  readonly look: () => Promise<number | null>
  readonly clock: Clock
  readonly log: Log
}

/** Timers count neither sleep nor a setting of the clock, and no more than 24 days: within this all of it is found out. */
const longestWaitMs = 20_000

export function createScheduleClock({ look, clock, log }: Dependencies): ScheduleClock {
  let isRunning = false
  let isLooking = false
  let isOnceMore = false
  let cancelWake = (): void => undefined

  function lookAgain(): void {
    if (!isRunning) return
    if (isLooking) isOnceMore = true
    else void lookNow()
  }

  async function lookNow(): Promise<void> {
    isLooking = true
    isOnceMore = false
    cancelWake()
    const waitMs = await look().catch((error: unknown) => {
      log.warn('What is scheduled could not be looked at', { error: String(error) })
      return longestWaitMs
    })
    isLooking = false
    if (!isRunning) return
    if (isOnceMore) lookAgain()
    else if (waitMs !== null) cancelWake = clock.schedule(Math.min(waitMs, longestWaitMs), lookAgain)
  }

  return {
    start() {
      isRunning = true
      lookAgain()
    },
    stop() {
      isRunning = false
      cancelWake()
    },
    lookAgain
  }
}
