import { z } from 'zod'
import { settingNameSchema, someSettingsSchema } from './settings.ts'

/** Https, or a Voice360 on this very machine. */
const apiUrlSchema = z.url().regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/)

/** The file by which an administrator sets up the app for everybody on a computer; see docs/fleet.md. */
export const policyDocumentSchema = z.strictObject({
  /** Where an editor finds the schema; of no meaning here. */
  $schema: z.string().exactOptional(),
  version: z.literal(1),
  /** The only account that may be signed in to, and where its API is. */
  account: z
    .strictObject({
      accountId: z.number().int().positive().exactOptional(),
      apiUrl: apiUrlSchema.exactOptional()
    })
    .exactOptional(),
  /** What a setting is until the user chooses. */
  set: someSettingsSchema.exactOptional(),
  /** What a setting is, whatever the user chooses. */
  lock: someSettingsSchema.exactOptional()
})

/** What a policy comes to, for pages to show. */
export const policySchema = z.object({
  /** Where the file is, or would be. */
  path: z.string(),
  /** The only account that may be signed in to; null where any may. */
  accountId: z.number().int().nullable(),
  /** Where its API is, as the policy says; null where it does not say. */
  apiUrl: z.string().nullable(),
  lockedSettings: z.array(settingNameSchema).readonly(),
  /** What of the file was not taken, and why, for people. */
  problems: z.array(z.string()).readonly()
})
export type Policy = z.infer<typeof policySchema>
