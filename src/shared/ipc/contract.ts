import { z } from 'zod'
import { callSchema } from '../domain/call.ts'
import { dialSchema, interpretationSchema } from '../domain/dialing.ts'
import { outcomeOf } from '../domain/failure.ts'
import { lineSchema, messageSchema, threadSchema } from '../domain/message.ts'
import { popupCardSchema } from '../domain/popup-card.ts'
import { presenceSchema } from '../domain/presence.ts'
import { rateBudgetSchema, reachSchema } from '../domain/reach.ts'
import { checkedKeySchema, hostSchema, sessionSchema } from '../domain/session.ts'
import { settingsSchema } from '../domain/settings.ts'
import { timelineEntrySchema } from '../domain/timeline.ts'
import type { RequestChannel } from './channels.ts'

const nothing = z.object({}).strict()
const done = z.object({ ok: z.literal(true) })
const addressSchema = z.string().max(64)
const credentialsSchema = z
  .object({
    accountId: z.number().int().positive(),
    key: z.string().trim().min(1).max(512)
  })
  .strict()
const pageSchema = { beforeMs: z.number().nullable(), limit: z.number().int().min(1).max(500) }

/**
 * The whole surface between a page and the main process: what each request takes and answers. Electron's IPC and the browser
 * host's WebSocket both speak it, and both parse it on the main process's side, arguments and results.
 */
export const contract = {
  'session:get-session': { args: nothing, result: sessionSchema },
  'session:get-host': { args: nothing, result: hostSchema },
  'session:check-key': { args: credentialsSchema, result: outcomeOf(checkedKeySchema) },
  'session:sign-in': {
    args: credentialsSchema.extend({ extension: z.string().max(32).nullable() }),
    result: outcomeOf(sessionSchema)
  },
  'session:sign-out': { args: nothing, result: done },

  'settings:get-settings': { args: nothing, result: settingsSchema },
  'settings:update-settings': {
    args: z.object({ change: z.record(z.string(), z.unknown()) }).strict(),
    result: outcomeOf(settingsSchema)
  },

  'calls:list-calls': { args: z.object(pageSchema).strict(), result: z.array(callSchema).readonly() },
  /** Calls and messages with one address, oldest first; the newest `limit` of them. */
  'calls:get-timeline': {
    args: z.object({ address: addressSchema, limit: pageSchema.limit }).strict(),
    result: z.array(timelineEntrySchema).readonly()
  },

  'messages:list-threads': { args: nothing, result: z.array(threadSchema).readonly() },
  'messages:list-messages': {
    args: z.object({ threadId: z.string().max(160), ...pageSchema }).strict(),
    result: z.array(messageSchema).readonly()
  },
  'messages:list-lines': { args: nothing, result: z.array(lineSchema).readonly() },
  /** `intentId` is made once by whoever writes the message: the same id twice sends once. */
  'messages:send-message': {
    args: z
      .object({ intentId: z.uuid(), line: addressSchema, to: addressSchema, body: z.string().max(10_000) })
      .strict(),
    result: outcomeOf(messageSchema)
  },
  'messages:mark-thread-read': { args: z.object({ threadId: z.string().max(160) }).strict(), result: done },

  'presence:get-presence': { args: nothing, result: presenceSchema },
  'reach:get-reach': { args: nothing, result: reachSchema },
  'reach:get-rate-budget': { args: nothing, result: rateBudgetSchema.nullable() },

  'dialing:interpret-text': {
    args: z.object({ text: z.string().max(2_000) }).strict(),
    result: interpretationSchema
  },
  /** Shows a confirmation of what `text` would dial; nothing is sent. */
  'dialing:propose-dial': { args: z.object({ text: z.string().max(2_000) }).strict(), result: dialSchema },
  'dialing:confirm-dial': {
    args: z
      .object({
        dialId: z.uuid(),
        candidateIndex: z.number().int().min(0),
        callerId: addressSchema.nullable(),
        isRecorded: z.boolean()
      })
      .strict(),
    result: outcomeOf(dialSchema)
  },
  'dialing:cancel-dial': { args: z.object({ dialId: z.uuid() }).strict(), result: outcomeOf(dialSchema) },
  'dialing:get-dial': { args: nothing, result: dialSchema.nullable() },

  'popup:list-cards': { args: nothing, result: z.array(popupCardSchema).readonly() },
  'popup:dismiss-card': { args: z.object({ callId: z.string().max(200) }).strict(), result: done },
  /** The pop-up's page tells how tall its cards are, in CSS pixels, so that its window fits them. */
  'popup:fit-height': {
    args: z.object({ heightPx: z.number().int().min(0).max(4_000) }).strict(),
    result: done
  },

  /** Brings the main window up at the timeline with `address`; `compose` puts the caret into the message. */
  'window:show-person': {
    args: z.object({ address: addressSchema, compose: z.boolean() }).strict(),
    result: done
  }
} as const satisfies Record<RequestChannel, { args: z.ZodType; result: z.ZodType }>

export type RequestArgs<C extends RequestChannel> = z.input<(typeof contract)[C]['args']>
export type RequestResult<C extends RequestChannel> = z.output<(typeof contract)[C]['result']>
