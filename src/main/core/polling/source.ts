/** Where something is read from, again and again. */
export interface Source {
  /** Starts afresh, at once. */
  readonly restart: () => void
  /** What the pace hangs on may have changed: the next reading may come sooner, or later. */
  readonly reconsider: () => void
  readonly stop: () => void
}

/** What is known of it. */
export interface Reading<T> {
  /** As it was read last; null where this reading gave nothing. */
  readonly value: T | null
  /** When that was true, in epoch milliseconds. */
  readonly atMs: number
  /** Why it is not known to be true any more; null while it is. */
  readonly stale: Stale | null
}

export interface Stale {
  /** Null where it is so since the last reading that gave something. */
  readonly sinceMs: number | null
  /** For people. */
  readonly reason: string
}
