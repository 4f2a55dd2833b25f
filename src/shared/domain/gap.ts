import { z } from 'zod'

/** A time in which the app could not hear Voice360: what happened then is not known. Epoch milliseconds. */
export const gapSchema = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  /** What was the matter, for people; null where the app did not run. */
  reason: z.string().nullable()
})
export type Gap = z.infer<typeof gapSchema>
