import { z } from 'zod'
import { tunnelStatusSchema } from './tunnel.ts'

/** What the last test event told, which went out to the public address and should have come in here. */
export const wayCheckSchema = z.object({
  atMs: z.number(),
  isPassed: z.boolean(),
  tookMs: z.number(),
  /** Why it did not pass, for people. */
  reason: z.string().nullable()
})
export type WayCheck = z.infer<typeof wayCheckSchema>

/** Where the listener is looked for first, so that the address entered in the portal stays the same. */
export const preferredPort = 36_036

/** Whether Voice360's webhooks get here. `deaf` takes none; `degraded` listens without proof that they arrive. */
export const reachSchema = z.object({
  state: z.enum(['listening', 'degraded', 'deaf']),
  /** Since when it is in that state. */
  sinceMs: z.number(),
  /** The address to enter in the portal, secret token included: the public one, or else this computer's own; null while nothing listens. */
  webhookUrl: z.string().nullable(),
  /** The port of this computer that a tunnel or proxy has to lead to; null while nothing listens. */
  localPort: z.number().int().nullable(),
  /** Whether `webhookUrl` can be reached from outside. */
  isPublic: z.boolean(),
  /** Why it is not simply listening, or what there is to know; null where there is nothing. */
  reason: z.string().nullable(),
  tunnel: tunnelStatusSchema,
  check: wayCheckSchema.nullable(),
  isChecking: z.boolean(),
  /** The public address became another: what is entered in the portal points nowhere. Null once it was dealt with. */
  addressChange: z.object({ atMs: z.number(), before: z.string(), after: z.string() }).nullable(),
  /** Until when the secret before this one is taken too; null where there is none. */
  oldTokenUntilMs: z.number().nullable(),
  lastEventAtMs: z.number().nullable(),
  eventCount: z.number().int()
})
export type Reach = z.infer<typeof reachSchema>

/** Before anything is known. */
export const unknownReach: Reach = {
  state: 'deaf',
  sinceMs: 0,
  webhookUrl: null,
  localPort: null,
  isPublic: false,
  reason: null,
  tunnel: { kind: 'none', state: 'off', url: null, reason: null, nextTryAtMs: null },
  check: null,
  isChecking: false,
  addressChange: null,
  oldTokenUntilMs: null,
  lastEventAtMs: null,
  eventCount: 0
}

/** What an answer of the API said of the rate limit: requests (API document, "Rate Limits"). */
const rateBudgetSchema = z.object({ remaining: z.number(), limit: z.number() })
export type RateBudget = z.infer<typeof rateBudgetSchema>

/** Whose requests Voice360 counts together: those with one key, or those of everyone behind one address without a key. */
const budgetSubjectSchema = z.enum(['developer', 'user', 'public'])
export type BudgetSubject = z.infer<typeof budgetSubjectSchema>

export const toldBudgetSchema = rateBudgetSchema.extend({ subject: budgetSubjectSchema })
export type ToldBudget = z.infer<typeof toldBudgetSchema>
