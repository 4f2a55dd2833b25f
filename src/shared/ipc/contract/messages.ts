import { z } from 'zod'
import { importProgressSchema, maxImportLength } from '../../domain/contact.ts'
import { outcomeOf } from '../../domain/failure.ts'
import {
  draftSchema,
  lineSchema,
  messageCursorSchema,
  messageImportPreviewSchema,
  messageSchema,
  recipientSchema,
  scheduledMessageSchema,
  threadSchema
} from '../../domain/message.ts'
import { addressSchema, done, limitSchema, nothing, threadIdSchema } from './pieces.ts'

/** Threads, drafts, what waits to be sent, and what is brought from elsewhere. */
export const messagesContract = {
  'messages:list-threads': { args: nothing, result: z.array(threadSchema).readonly() },
  /** Oldest first: the newest `limit` that are older than `before`. */
  'messages:list-messages': {
    args: z
      .object({ threadId: threadIdSchema, before: messageCursorSchema.nullable(), limit: limitSchema })
      .strict(),
    result: z.array(messageSchema).readonly()
  },
  'messages:list-lines': { args: nothing, result: z.array(lineSchema).readonly() },
  /**
   * `intentId` is made once by whoever writes the message: the same id twice sends once. To a number that asked for no more it is
   * refused with the code `stopped`, unless `isDespiteStop`.
   */
  'messages:send-message': {
    args: z
      .object({
        intentId: z.uuid(),
        line: addressSchema,
        to: addressSchema,
        body: z.string().max(10_000),
        isDespiteStop: z.boolean()
      })
      .strict(),
    result: outcomeOf(messageSchema)
  },
  /** What is given is set; what is left out stays as it is. */
  'messages:mark-thread': {
    args: z
      .object({
        threadId: threadIdSchema,
        isRead: z.boolean().optional(),
        isMuted: z.boolean().optional(),
        isArchived: z.boolean().optional()
      })
      .strict(),
    result: done
  },
  'messages:list-drafts': { args: nothing, result: z.array(draftSchema).readonly() },
  /** An empty body takes the draft away. */
  'messages:save-draft': { args: z.object({ draft: draftSchema }).strict(), result: done },
  'messages:list-scheduled': { args: nothing, result: z.array(scheduledMessageSchema).readonly() },
  /**
   * Several messages are the parts of one longer text: each goes out once the one before was accepted. `dueAtMs` null begins at
   * once. Refused as a whole, like `messages:send-message`, if one of them could not be sent as it is.
   */
  'messages:schedule-messages': {
    args: z
      .object({
        messages: z
          .array(z.object({ id: z.uuid(), body: z.string().max(10_000) }).strict())
          .min(1)
          .max(20)
          .readonly(),
        line: addressSchema,
        to: addressSchema,
        dueAtMs: z.number().nullable(),
        isDespiteStop: z.boolean()
      })
      .strict(),
    result: outcomeOf(z.array(scheduledMessageSchema).readonly())
  },
  /** Sends it, and the parts that follow it, now: the user's word on one that was held, or that need not wait. */
  'messages:send-scheduled': {
    args: z.object({ scheduledId: z.uuid(), isDespiteStop: z.boolean() }).strict(),
    result: outcomeOf(messageSchema)
  },
  /** Takes it away, with the parts that follow it, and answers what they were. */
  'messages:cancel-scheduled': {
    args: z.object({ scheduledId: z.uuid() }).strict(),
    result: z.array(scheduledMessageSchema).readonly()
  },
  'messages:check-recipient': {
    args: z.object({ address: addressSchema }).strict(),
    result: recipientSchema
  },
  'messages:set-stop': {
    args: z.object({ address: addressSchema, isStopped: z.boolean() }).strict(),
    result: recipientSchema
  },
  /** Opens a web address in the user's browser, if the message has it. */
  'messages:open-link': {
    args: z.object({ messageId: z.string().max(200), url: z.string().max(2_000) }).strict(),
    result: outcomeOf(done)
  },
  /** Reads a file that this app exported and says what would come of it. */
  'messages:preview-import': {
    args: z.object({ fileName: z.string().max(300), text: z.string().max(maxImportLength) }).strict(),
    result: outcomeOf(messageImportPreviewSchema)
  },
  /** Stores what was last previewed; how it goes is told by `messages:import-progressed`. */
  'messages:start-import': {
    args: z.object({ importId: z.string().max(64) }).strict(),
    result: outcomeOf(importProgressSchema)
  },
  'messages:cancel-import': { args: z.object({ importId: z.string().max(64) }).strict(), result: done }
} as const
