import type { Freshness } from '../../main/core/team/index.ts'

/** How fresh something is, step by step; pure. */
export const neverRead: Freshness = { asOfMs: null, staleSinceMs: null, staleReason: null }

export const wasRead = (atMs: number): Freshness => ({ asOfMs: atMs, staleSinceMs: null, staleReason: null })

export const wasNotRead = (before: Freshness, reason: string, atMs: number): Freshness => ({
  asOfMs: before.asOfMs,
  staleSinceMs: before.staleSinceMs ?? before.asOfMs ?? atMs,
  staleReason: reason
})

/** Whether everyone is to hear of it at once, and not with the next pulse. */
export const isNews = (before: Freshness, after: Freshness): boolean =>
  before.staleReason !== after.staleReason || (before.asOfMs === null) !== (after.asOfMs === null)
