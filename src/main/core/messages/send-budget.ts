import type { Clock } from '../ports.ts'

/** Whatever asks for them, a person or a fault in a page: messages cost money. */
export const maxMessagesPerMinute = 30
const spanMs = 60_000

/** How many messages may still go out in this minute. */
export interface SendBudget {
  /** From when on `count` more may go out; not later than now where they may at once. */
  freeAtMs(count: number): number
  /** Counts one that goes out now. */
  spend(): void
}

export function createSendBudget(clock: Clock): SendBudget {
  let sentAtMs: readonly number[] = []
  return {
    freeAtMs(count) {
      sentAtMs = sentAtMs.filter((atMs) => clock.nowMs() - atMs < spanMs)
      const tooMany = sentAtMs.length + Math.min(count, maxMessagesPerMinute) - maxMessagesPerMinute
      const last = sentAtMs[tooMany - 1]
      return last === undefined ? clock.nowMs() : last + spanMs
    },
    spend() {
      sentAtMs = [...sentAtMs, clock.nowMs()]
    }
  }
}
