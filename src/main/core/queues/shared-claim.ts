import { z } from 'zod'
import type { LostCallerMark } from '../../../shared/domain/lost-caller.ts'
import { type Author, type Written, writtenSchema } from '../team/index.ts'

/** What the team says of someone to call back, in the bucket under their address. */
export const sharedClaimSchema = z.object({
  /** Who is on it; null where nobody is any more. */
  claimed: writtenSchema.nullable(),
  /** Attempts up to then are done with. */
  done: writtenSchema.nullable()
})
export type SharedClaim = z.infer<typeof sharedClaimSchema>

export const unclaimed: SharedClaim = { claimed: null, done: null }

/** Nobody is still on it after so long: anyone may take it over without asking. */
export const claimLastsMs = 2 * 3_600_000

/** Told by the clock of whoever claimed; one that is ahead makes no claim last forever. */
export const isOldClaim = ({ atMs }: Written, nowMs: number): boolean => Math.abs(nowMs - atMs) > claimLastsMs

export const isBy = ({ by }: Written, me: Author): boolean => by.extension === me.extension

/** What the team says of it once `mark` was said of it as well. */
export function markClaim(before: SharedClaim, mark: LostCallerMark, written: Written): SharedClaim {
  switch (mark) {
    case 'claimed':
      return { ...before, claimed: written }
    case 'unclaimed':
      return { ...before, claimed: null }
    case 'done':
      return { claimed: null, done: written }
  }
}

/** Whether nothing is left to be written of it: it came twice, or the answer to the first was lost. */
export function isMarked(claim: SharedClaim, mark: LostCallerMark, me: Author): boolean {
  if (mark === 'claimed') return claim.claimed !== null && isBy(claim.claimed, me)
  return claim.claimed === null && (mark === 'unclaimed' || claim.done !== null)
}
