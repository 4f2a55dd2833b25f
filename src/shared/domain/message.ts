import { z } from 'zod'
import { partySchema } from './party.ts'

/** The API's limit on one SMS, in characters (API document, "SMS Services"). */
export const maxMessageLength = 160

/**
 * How far a message is known to have come. Nothing in the API says that one failed: `accepted` without a receipt stays
 * `accepted`. `unknown` may have gone out (time-out, crash) and is never repeated by the program.
 */
export const messageStateSchema = z.enum([
  'received',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'refused',
  'unknown'
])
export type MessageState = z.infer<typeof messageStateSchema>

/** One SMS in a thread. `reason` is the API's own word on a refusal. */
export const messageSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  direction: z.enum(['in', 'out']),
  body: z.string(),
  atMs: z.number(),
  state: messageStateSchema,
  reason: z.string().nullable()
})
export type Message = z.infer<typeof messageSchema>

/** The messages between one of my lines and one other number. */
export const threadSchema = z.object({
  id: z.string(),
  line: partySchema,
  other: partySchema,
  lastMessage: messageSchema,
  unreadCount: z.number().int().nonnegative()
})
export type Thread = z.infer<typeof threadSchema>

/** A line of mine to write from; `cannotSendBecause` is null where it can send. */
export const lineSchema = z.object({
  address: z.string(),
  display: z.string(),
  friendlyName: z.string().nullable(),
  cannotSendBecause: z.string().nullable()
})
export type Line = z.infer<typeof lineSchema>

/** The id of the thread between a line and a number, both as addresses. */
export const threadIdOf = (line: string, other: string): string => `${line}|${other}`
