export interface RateLimits {
  /** Requests a minute with one key. */
  readonly keyed: number
  /** Requests a minute from one address without a valid key. */
  readonly publicPerAddress: number
}

interface RateLimitVerdict {
  readonly limit: number
  readonly remaining: number
  /** Set when the limit is exceeded. */
  readonly retryAfterSeconds?: number
}

const windowMs = 60_000

/** Counts requests in windows of a minute that begin with a subject's first request. */
export class RateLimiter {
  readonly #windows = new Map<string, { readonly endsMs: number; count: number }>()

  count(subject: string, limit: number, nowMs: number): RateLimitVerdict {
    const known = this.#windows.get(subject)
    const window =
      known !== undefined && nowMs < known.endsMs ? known : { endsMs: nowMs + windowMs, count: 0 }
    this.#windows.set(subject, window)
    window.count += 1
    if (window.count <= limit) return { limit, remaining: limit - window.count }
    return { limit, remaining: 0, retryAfterSeconds: Math.ceil((window.endsMs - nowMs) / 1000) }
  }
}
