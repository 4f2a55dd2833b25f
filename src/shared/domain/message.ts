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

/**
 * The messages between one of my lines and one other number. A muted thread tells of nothing; an archived one is out of the way
 * until a message comes, and if it is muted too, even then.
 */
export const threadSchema = z.object({
  id: z.string(),
  line: partySchema,
  other: partySchema,
  lastMessage: messageSchema,
  unreadCount: z.number().int().nonnegative(),
  isMuted: z.boolean(),
  isArchived: z.boolean()
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

/** Where a page of messages ends: the next one holds what is older than this, by time and then by id. */
export const messageCursorSchema = z.object({ atMs: z.number(), id: z.string() }).strict()
export type MessageCursor = z.infer<typeof messageCursorSchema>

/**
 * A message being written to `address`. Its intent is made with its first letter and stays while it is tried again unchanged, so
 * that one message goes out once however often, and from however many windows, it is sent. An empty body means no draft.
 */
export const draftSchema = z
  .object({
    address: z.string().max(64),
    body: z.string().max(10_000),
    /** The line to send from, once one was chosen. */
    line: z.string().max(64).nullable(),
    intentId: z.uuid().nullable(),
    /** Whether it was sent already and is to be tried again; editing it then makes it another message. */
    wasTried: z.boolean()
  })
  .strict()
export type Draft = z.infer<typeof draftSchema>

/**
 * A message that is to be sent at `dueAtMs` while the app runs: by the clock, or as a further part of a longer text, once the part
 * `afterId` was accepted. Its id becomes its intent's. `held` ones missed their time, or what came before them failed: they are
 * sent by nobody but the user, who is told why (`heldBecause`).
 */
export const scheduledMessageSchema = z.object({
  id: z.uuid(),
  line: z.string(),
  other: partySchema,
  body: z.string(),
  dueAtMs: z.number(),
  afterId: z.uuid().nullable(),
  heldBecause: z.string().nullable()
})
export type ScheduledMessage = z.infer<typeof scheduledMessageSchema>

/** What is to be known before writing to a number. `stoppedAtMs` is when it asked for no more messages, null if it did not. */
export const recipientSchema = z.object({
  address: z.string(),
  stoppedAtMs: z.number().nullable(),
  /** The zone that the number's digits tell of, a guess; null where they tell none. */
  timeZone: z.string().nullable()
})
export type Recipient = z.infer<typeof recipientSchema>

/** What an import of messages would do, before it does anything. */
export const messageImportPreviewSchema = z.object({
  importId: z.string(),
  format: z.enum(['csv', 'json']),
  newCount: z.number().int(),
  /** Messages that are here already. */
  knownCount: z.number().int(),
  threadCount: z.number().int(),
  rejectedCount: z.number().int(),
  /** The first of the rejected rows; `row` counts from 1, as a person would. */
  rejected: z.array(z.object({ row: z.number().int(), text: z.string(), reason: z.string() })).readonly()
})
export type MessageImportPreview = z.infer<typeof messageImportPreviewSchema>

/** The id of the thread between a line and a number, both as addresses. */
export const threadIdOf = (line: string, other: string): string => `${line}|${other}`
