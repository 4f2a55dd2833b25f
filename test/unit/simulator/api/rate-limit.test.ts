import { describe, expect, it } from 'vitest'
import { RateLimiter } from '../../../../src/simulator/api/rate-limit.ts'

describe('RateLimiter', () => {
  it('counts down to the limit, then says when to come back', () => {
    const limiter = new RateLimiter()
    expect(limiter.count('key a', 2, 0)).toEqual({ limit: 2, remaining: 1 })
    expect(limiter.count('key a', 2, 10_000)).toEqual({ limit: 2, remaining: 0 })
    expect(limiter.count('key a', 2, 45_500)).toEqual({ limit: 2, remaining: 0, retryAfterSeconds: 15 })
  })

  it('begins anew when the minute is over', () => {
    const limiter = new RateLimiter()
    limiter.count('key a', 1, 0)
    expect(limiter.count('key a', 1, 59_999).retryAfterSeconds).toBe(1)
    expect(limiter.count('key a', 1, 60_000).retryAfterSeconds).toBeUndefined()
  })

  it('counts every subject for itself', () => {
    const limiter = new RateLimiter()
    limiter.count('key a', 1, 0)
    expect(limiter.count('key b', 1, 0).retryAfterSeconds).toBeUndefined()
  })
})
