import { z } from 'zod'

/** Whether Voice360's webhooks get here. `deaf` takes none; `degraded` listens without proof that they arrive. */
export const reachSchema = z.object({
  state: z.enum(['listening', 'degraded', 'deaf']),
  /** The address to enter in the portal, secret token included; null while nothing listens. */
  webhookUrl: z.string().nullable(),
  reason: z.string().nullable(),
  lastEventAtMs: z.number().nullable(),
  eventCount: z.number().int()
})
export type Reach = z.infer<typeof reachSchema>

/** What the last answer of the API said of the rate limit (API document, "Rate Limits"). */
export const rateBudgetSchema = z.object({ remaining: z.number(), limit: z.number() })
export type RateBudget = z.infer<typeof rateBudgetSchema>
