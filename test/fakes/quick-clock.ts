import type { Clock } from '../../src/main/core/ports.ts'

/**
 * The machine's clock, but so many times as fast: for whole applications that wait for seconds. What it is shared with, such as the
 * simulator, lives in the same time; time-outs of connections stay as they are.
 */
export function createQuickClock(times: number): Clock {
  const startMs = Date.now()
  return {
    nowMs: () => startMs + (Date.now() - startMs) * times,
    schedule(delayMs, task) {
      const timer = setTimeout(task, delayMs / times)
      return () => clearTimeout(timer)
    }
  }
}
