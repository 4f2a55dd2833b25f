/** Where the simulator takes its time from: the machine's, or a test's. */
export interface SimulatorClock {
  /** Milliseconds since the epoch. */
  nowMs(): number
  /** Runs the callback once, after the delay; the function it returns cancels it. */
  schedule(delayMs: number, callback: () => void): () => void
}

export const realClock: SimulatorClock = {
  nowMs: () => Date.now(),
  schedule(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  }
}

interface Timer {
  readonly dueMs: number
  readonly callback: () => void
}

/** Stands still until it is advanced; then runs what falls due, in order of time. */
export class ManualClock implements SimulatorClock {
  #nowMs: number
  readonly #timers = new Set<Timer>()

  constructor(startMs: number = Date.UTC(2024, 0, 15, 10, 30)) {
    this.#nowMs = startMs
  }

  nowMs(): number {
    return this.#nowMs
  }

  schedule(delayMs: number, callback: () => void): () => void {
    const timer = { dueMs: this.#nowMs + Math.max(0, delayMs), callback }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Timers that are set while others run take part, if they fall due within the same advance. */
  advance(durationMs: number): void {
    const untilMs = this.#nowMs + durationMs
    for (let timer = this.#next(untilMs); timer !== undefined; timer = this.#next(untilMs)) {
      this.#timers.delete(timer)
      this.#nowMs = timer.dueMs
      timer.callback()
    }
    this.#nowMs = untilMs
  }

  /** Of timers due at one instant the first set comes first: a Set keeps the order of insertion. */
  #next(untilMs: number): Timer | undefined {
    let next: Timer | undefined
    for (const timer of this.#timers) {
      if (timer.dueMs <= untilMs && (next === undefined || timer.dueMs < next.dueMs)) next = timer
    }
    return next
  }
}

/** The same time, with timers that can be cancelled all at once. */
export class TimerScope implements SimulatorClock {
  readonly #clock: SimulatorClock
  readonly #cancels = new Set<() => void>()
  #isClosed = false

  constructor(clock: SimulatorClock) {
    this.#clock = clock
  }

  nowMs(): number {
    return this.#clock.nowMs()
  }

  schedule(delayMs: number, callback: () => void): () => void {
    if (this.#isClosed) return () => {}
    const cancelTimer = this.#clock.schedule(delayMs, () => {
      this.#cancels.delete(cancel)
      callback()
    })
    const cancel = () => {
      this.#cancels.delete(cancel)
      cancelTimer()
    }
    this.#cancels.add(cancel)
    return cancel
  }

  cancelAll(): void {
    for (const cancel of this.#cancels) cancel()
  }

  /** Nothing runs any more, whatever is still asked for. */
  close(): void {
    this.#isClosed = true
    this.cancelAll()
  }
}
