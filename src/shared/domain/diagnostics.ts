import { z } from 'zod'

/** What became of a request to the listener. Our own test events are not among them: of those the check itself tells. */
export const requestOutcomeSchema = z.enum([
  'stored',
  'duplicate',
  'not-found',
  'malformed',
  'too-large',
  'encoded',
  'not-an-event',
  /** From an address that is not among those allowed. */
  'other-source',
  /** Of another account than the one whose address it came to. */
  'other-account',
  'ledger-unavailable'
])
export type RequestOutcome = z.infer<typeof requestOutcomeSchema>

/** A request that the listener answered, without its content and without its secret. */
export const webhookRequestSchema = z.object({
  id: z.number().int(),
  atMs: z.number(),
  method: z.string(),
  /** Where it came from, as the tunnel says; null where nothing says. */
  source: z.string().nullable(),
  status: z.number().int(),
  outcome: requestOutcomeSchema,
  eventName: z.string().nullable(),
  /** What was wrong with it, for people. */
  why: z.string().nullable(),
  tookMs: z.number()
})
export type WebhookRequestEntry = z.infer<typeof webhookRequestSchema>

/** A request to Voice360's API and its answer. */
export const apiCallSchema = z.object({
  id: z.number().int(),
  atMs: z.number(),
  method: z.string(),
  /** Below the account, without its query. */
  path: z.string(),
  /** Null where no answer came. */
  status: z.number().int().nullable(),
  tookMs: z.number(),
  /** What the answer said of the rate limit. */
  remaining: z.number().nullable(),
  limit: z.number().nullable()
})
export type ApiCallEntry = z.infer<typeof apiCallSchema>

export const diagnosticsSchema = z.object({
  /** Newest first, as the next one. */
  requests: z.array(webhookRequestSchema).readonly(),
  apiCalls: z.array(apiCallSchema).readonly(),
  versions: z.array(z.object({ name: z.string(), version: z.string() })).readonly()
})
export type Diagnostics = z.infer<typeof diagnosticsSchema>

/** What is handed to support: every file as it is saved, for a person to read before. */
export const supportBundleSchema = z.object({
  fileName: z.string(),
  files: z.array(z.object({ name: z.string(), about: z.string(), text: z.string() })).readonly()
})
export type SupportBundle = z.infer<typeof supportBundleSchema>
