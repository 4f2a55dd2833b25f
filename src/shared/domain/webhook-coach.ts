import { z } from 'zod'
import { eventNameSchema } from './event-name.ts'

/** What is wrong with a webhook, or better otherwise, as its last event showed. */
export const webhookRemarkSchema = z.discriminatedUnion('kind', [
  /** It is another account's, or there is a mistake in what is entered. */
  z.object({ kind: z.literal('other-account'), accountId: z.string() }),
  z.object({ kind: z.literal('sent-by-get') }),
  z.object({ kind: z.literal('not-understood'), why: z.string() }),
  /** Fields that this app has no use for under these names. */
  z.object({ kind: z.literal('unknown-fields'), fields: z.array(z.string()).readonly() }),
  /** It still uses the secret from before the last change. */
  z.object({ kind: z.literal('old-address') }),
  /** Nothing came since the public address became another. */
  z.object({ kind: z.literal('before-address-change') })
])
export type WebhookRemark = z.infer<typeof webhookRemarkSchema>

/** One event type to enter in the portal, and how its webhook does. */
export const webhookRowSchema = z.object({
  name: eventNameSchema,
  /** `waiting` for its first event; `silent` for long; `problem` where a remark says that it needs a hand. */
  state: z.enum(['waiting', 'arriving', 'silent', 'problem']),
  lastAtMs: z.number().nullable(),
  count: z.number().int(),
  remarks: z.array(webhookRemarkSchema).readonly()
})
export type WebhookRow = z.infer<typeof webhookRowSchema>

export const webhookCoachSchema = z.object({
  /** One for each event type, in the document's order. */
  rows: z.array(webhookRowSchema).readonly(),
  /** Events by names that the document does not know. */
  unknownNames: z
    .array(z.object({ name: z.string(), count: z.number().int(), lastAtMs: z.number() }))
    .readonly(),
  /** Whether there is a simulator that can be asked for an event. */
  canSendTest: z.boolean()
})
export type WebhookCoach = z.infer<typeof webhookCoachSchema>
