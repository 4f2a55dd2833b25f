import { z } from 'zod'
import { diagnosticsSchema, supportBundleSchema } from '../../domain/diagnostics.ts'
import { eventNameSchema } from '../../domain/event-name.ts'
import { outcomeOf } from '../../domain/failure.ts'
import { gapSchema } from '../../domain/gap.ts'
import { reachSchema, toldBudgetSchema } from '../../domain/reach.ts'
import { tunnelChoiceSchema, tunnelOfferSchema } from '../../domain/tunnel.ts'
import { webhookCoachSchema } from '../../domain/webhook-coach.ts'
import { nothing } from './pieces.ts'

/** How webhooks get here, and what shows whether they do. */
export const reachContract = {
  'reach:get-reach': { args: nothing, result: reachSchema },
  /** Of the limits that Voice360 spoke of in the last minute, the one of which the smallest part is left. */
  'reach:get-rate-budget': { args: nothing, result: toldBudgetSchema.nullable() },
  'reach:list-tunnel-offers': { args: nothing, result: z.array(tunnelOfferSchema).readonly() },
  /** `secret` null keeps the one that is in the keychain. */
  'reach:choose-tunnel': {
    args: z
      .object({ choice: tunnelChoiceSchema, secret: z.string().trim().min(1).max(4_096).nullable() })
      .strict(),
    result: outcomeOf(reachSchema)
  },
  /** Sends a test event the whole way, and answers what came of it. */
  'reach:check-now': { args: nothing, result: reachSchema },
  /** The user has entered the new address, or wants to hear no more of it. */
  'reach:accept-address': { args: nothing, result: reachSchema },
  /** Makes a new secret; the one before is taken for another day. */
  'reach:replace-token': { args: nothing, result: outcomeOf(reachSchema) },
  'reach:revoke-old-token': { args: nothing, result: outcomeOf(reachSchema) },
  'reach:get-coach': { args: nothing, result: webhookCoachSchema },
  /** Asks the simulator for an event of this name; real ones come from Voice360 alone. */
  'reach:send-test-event': {
    args: z.object({ name: eventNameSchema }).strict(),
    result: outcomeOf(z.null())
  },
  /** Newest first, at most 1,000. */
  'reach:list-gaps': { args: nothing, result: z.array(gapSchema).readonly() },

  'diagnostics:get-diagnostics': { args: nothing, result: diagnosticsSchema },
  'diagnostics:make-bundle': {
    args: z.object({ hasEvents: z.boolean() }).strict(),
    result: supportBundleSchema
  }
} as const
