import type { BudgetSubject, RateBudget } from '../../../shared/domain/reach.ts'

export interface Wish {
  readonly subject: BudgetSubject
  /** How long to wait if nobody else asked anything. */
  readonly wantedMs: number
}

/**
 * What is left of Voice360's limit, which is shared with programs that this one knows nothing of: other desktops with the same
 * key, an office behind the same address. Readers ask it how long to wait; dials and messages do not, and find room.
 */
export interface ReadBudget {
  note(subject: BudgetSubject, budget: RateBudget, nowMs: number): void
  /** How long to wait until the next read, so that together with all others' it fits what is left. */
  waitMs(wish: Wish, nowMs: number): number
  /** For how long nothing is left to read with, however soon it is wanted; 0 where something is. */
  emptyForMs(subject: BudgetSubject, nowMs: number): number
}

/** API document, "Rate Limits". When a minute began is not told: it is over at the latest a minute after it was first seen. */
export const limitWindowMs = 60_000
/** The part of a limit that reading may use up. The public one is an office's, and more than this app lives on it. */
const share = { developer: 0.8, user: 0.8, public: 0.1 } as const
const longestMs = 600_000
/** A rate is told by observations that are at least so far apart. */
const shortestSpanMs = 1_000
/** How much more careful to be, at the first look, with a limit that others have used up. */
const firstCare = 40
const sharpestDrop = 1 / 8
const fastestGrowth = 1.25
/** Everyone is drawn up by the same step and down by the same factor: those who share a limit come to share it evenly. */
const pullPerMinute = 0.1
const slowest = 0.005
const firstSpeed = ({ last, limit }: Window): number => 1 / (1 + firstCare * (1 - last.remaining / limit))

interface Seen {
  readonly atMs: number
  readonly remaining: number
}

interface Window {
  readonly first: Seen
  readonly last: Seen
  readonly limit: number
  /** Requests a millisecond, everyone's; null until it is known. */
  readonly rate: number | null
}

export function createReadBudget(random: () => number = Math.random): ReadBudget {
  const windows = new Map<BudgetSubject, Window>()
  /** The part of the wanted speed that each is read at. */
  const speeds = new Map<BudgetSubject, { readonly part: number; readonly atMs: number }>()
  return {
    note(subject, { remaining, limit }, nowMs) {
      const seen = { atMs: nowMs, remaining }
      const known = windows.get(subject)
      const isGoingOn =
        known !== undefined && remaining <= known.last.remaining && nowMs - known.first.atMs < limitWindowMs
      const first = isGoingOn ? known.first : seen
      const spanMs = nowMs - first.atMs
      const rate = spanMs >= shortestSpanMs ? (first.remaining - remaining) / spanMs : (known?.rate ?? null)
      windows.set(subject, { first, last: seen, limit, rate })
    },
    waitMs({ subject, wantedMs }, nowMs) {
      const window = windows.get(subject)
      if (window === undefined) return wantedMs
      const { left, leftMs } = whatIsLeft(window, share[subject], nowMs)
      const before = speeds.get(subject) ?? { part: firstSpeed(window), atMs: nowMs }
      // By what everyone's speed is to change so that together they use up what is left, and no more.
      const wanted = left < 1 ? 0 : window.rate ? left / leftMs / window.rate : 1
      const change = Math.min(fastestGrowth, Math.max(sharpestDrop, wanted))
      const eased = before.part + (pullPerMinute * (nowMs - before.atMs)) / 60_000
      const speed = Math.min(1, Math.max(slowest, eased * change))
      speeds.set(subject, { part: speed, atMs: nowMs })
      const waitMs = Math.min(longestMs, wantedMs / speed)
      // Those who wait for the next window are not to come all at its beginning.
      return left < 1 ? Math.max(waitMs, leftMs + random() * waitMs) : waitMs
    },
    emptyForMs(subject, nowMs) {
      const window = windows.get(subject)
      if (window === undefined) return 0
      const { left, leftMs } = whatIsLeft(window, share[subject], nowMs)
      return left < 1 ? leftMs : 0
    }
  }
}

function whatIsLeft({ first, last, limit }: Window, part: number, nowMs: number) {
  const leftMs = first.atMs + limitWindowMs - nowMs
  const kept = limit * (1 - part)
  return leftMs > 0 ? { left: last.remaining - kept, leftMs } : { left: limit - kept, leftMs: limitWindowMs }
}
