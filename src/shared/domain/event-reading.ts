import { z } from 'zod'

/** What the app looks for in a webhook. */
export const eventFieldSchema = z.enum([
  'callId',
  'messageId',
  'from',
  'to',
  'extension',
  'queueName',
  'callerName',
  'body'
])
export type EventField = z.infer<typeof eventFieldSchema>

/** Further names of fields, as this account's webhooks use them, in snake_case; they count before the known ones. */
export const fieldAliasesSchema = z.partialRecord(
  eventFieldSchema,
  z.array(z.string().trim().min(1).max(64)).max(10).readonly()
)
export type FieldAliases = z.infer<typeof fieldAliasesSchema>

/** One received webhook in the list of them. */
export const receivedEventSchema = z.object({
  seq: z.number().int(),
  name: z.string(),
  receivedAtMs: z.number(),
  notUnderstood: z.string().nullable()
})
export type ReceivedEvent = z.infer<typeof receivedEventSchema>

/** One received webhook, field by field, and what would be read from it with some aliases. */
export const eventReadingSchema = z.object({
  event: receivedEventSchema,
  fields: z
    .array(z.object({ name: z.string(), value: z.string(), readAs: eventFieldSchema.nullable() }))
    .readonly(),
  /** What it would tell, as a sentence. */
  meaning: z.string(),
  isUnderstood: z.boolean()
})
export type EventReading = z.infer<typeof eventReadingSchema>

/** How far the history is with being made anew from the events; null when it is not. */
export const rebuildProgressSchema = z.object({ doneCount: z.number().int(), totalCount: z.number().int() })
export type RebuildProgress = z.infer<typeof rebuildProgressSchema>
