import { z } from 'zod'
import { callCursorSchema, callFilterSchema, callSchema } from '../domain/call.ts'
import { composeSchema } from '../domain/compose.ts'
import {
  contactDraftSchema,
  contactSchema,
  importFieldSchema,
  importPreviewSchema,
  importProgressSchema,
  maxImportLength
} from '../domain/contact.ts'
import { diagnosticsSchema, supportBundleSchema } from '../domain/diagnostics.ts'
import { dialSchema, dialSuggestionsSchema, interpretationSchema } from '../domain/dialing.ts'
import { eventNameSchema } from '../domain/event-name.ts'
import {
  eventReadingSchema,
  fieldAliasesSchema,
  rebuildProgressSchema,
  receivedEventSchema
} from '../domain/event-reading.ts'
import { outcomeOf } from '../domain/failure.ts'
import { gapSchema } from '../domain/gap.ts'
import { doorsSchema, historyPageSchema } from '../domain/history.ts'
import { hotkeyModeSchema, hotkeysSchema } from '../domain/hotkey.ts'
import { linkHandlersSchema, linkSchemeSchema } from '../domain/link.ts'
import { lostCallerMarkSchema, lostCallersSchema } from '../domain/lost-caller.ts'
import {
  draftSchema,
  lineSchema,
  messageCursorSchema,
  messageImportPreviewSchema,
  messageSchema,
  recipientSchema,
  scheduledMessageSchema,
  threadSchema
} from '../domain/message.ts'
import { maxNoteLength, noteSchema } from '../domain/note.ts'
import { popupCardSchema } from '../domain/popup-card.ts'
import { presenceSchema } from '../domain/presence.ts'
import { queueDetailsSchema, queuesSchema } from '../domain/queue.ts'
import { rateBudgetSchema, reachSchema } from '../domain/reach.ts'
import { searchResultSchema } from '../domain/search.ts'
import { checkedKeySchema, hostSchema, sessionSchema } from '../domain/session.ts'
import { settingsSchema } from '../domain/settings.ts'
import { timelineCursorSchema, timelinePageSchema } from '../domain/timeline.ts'
import { tunnelChoiceSchema, tunnelOfferSchema } from '../domain/tunnel.ts'
import { webhookCoachSchema } from '../domain/webhook-coach.ts'
import type { RequestChannel } from './channels.ts'

const nothing = z.object({}).strict()
const done = z.object({ ok: z.literal(true) })
const fittingHeight = z.object({ heightPx: z.number().int().min(0).max(4_000) }).strict()
const addressSchema = z.string().max(64)
const threadIdSchema = z.string().max(160)
const callIdSchema = z.string().max(200)
const noteBodySchema = z.string().trim().max(maxNoteLength)
const credentialsSchema = z
  .object({
    accountId: z.number().int().positive(),
    key: z.string().trim().min(1).max(512)
  })
  .strict()
const limitSchema = z.number().int().min(1).max(500)

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

  /** Newest first, what the filter lets through. */
  'calls:list-calls': {
    args: z
      .object({ filter: callFilterSchema, after: callCursorSchema.nullable(), limit: limitSchema })
      .strict(),
    result: historyPageSchema
  },
  'calls:get-call': { args: z.object({ callId: callIdSchema }).strict(), result: callSchema.nullable() },
  'calls:list-doors': { args: nothing, result: doorsSchema },
  /** The lost calls of mine that nobody has looked at. */
  'calls:count-unread': { args: nothing, result: z.object({ count: z.number().int() }) },
  'calls:mark-read': {
    args: z.object({ callIds: z.array(callIdSchema).max(500).readonly() }).strict(),
    result: done
  },
  'calls:mark-all-read': { args: nothing, result: done },
  /** An empty body takes the note away. */
  'calls:set-note': {
    args: z.object({ callId: callIdSchema, body: noteBodySchema }).strict(),
    result: outcomeOf(callSchema)
  },
  'calls:set-outcome': {
    args: z.object({ callId: callIdSchema, outcome: z.string().trim().min(1).max(100).nullable() }).strict(),
    result: outcomeOf(callSchema)
  },
  /** Deletes a call with its note and the events that told of it. */
  'calls:forget-call': { args: z.object({ callId: callIdSchema }).strict(), result: outcomeOf(done) },
  /** Deletes every call, message and note with an address, and the events that told of them. */
  'calls:forget-person': { args: z.object({ address: addressSchema }).strict(), result: outcomeOf(done) },
  /** Calls, messages, notes and gaps with one address: the newest `limit` entries that are older than `before`. */
  'calls:get-timeline': {
    args: z
      .object({ address: addressSchema, before: timelineCursorSchema.nullable(), limit: limitSchema })
      .strict(),
    result: timelinePageSchema
  },

  /** `noteId` is made by whoever writes it; an empty body takes the note away. */
  'notes:save-note': {
    args: z.object({ noteId: z.uuid(), address: addressSchema, body: noteBodySchema }).strict(),
    result: outcomeOf(noteSchema.nullable())
  },

  /** By name, those whose name, company or number holds `text`. */
  'contacts:list-contacts': {
    args: z
      .object({
        text: z.string().max(200),
        after: z.object({ name: z.string(), id: z.string() }).strict().nullable(),
        limit: limitSchema
      })
      .strict(),
    result: z.array(contactSchema).readonly()
  },
  'contacts:save-contact': {
    args: z.object({ contactId: z.uuid(), draft: contactDraftSchema }).strict(),
    result: outcomeOf(contactSchema)
  },
  'contacts:delete-contact': { args: z.object({ contactId: z.string().max(64) }).strict(), result: done },
  /** Reads a file's text and says what would come of it; `columns` overrides what its columns were taken for. */
  'contacts:preview-import': {
    args: z
      .object({
        fileName: z.string().max(300),
        text: z.string().max(maxImportLength),
        columns: z.array(importFieldSchema).max(200).readonly().nullable()
      })
      .strict(),
    result: outcomeOf(importPreviewSchema)
  },
  /** Stores what was last previewed; how it goes is told by `contacts:import-progressed`. */
  'contacts:start-import': {
    args: z.object({ importId: z.string().max(64) }).strict(),
    result: outcomeOf(importProgressSchema)
  },
  'contacts:cancel-import': { args: z.object({ importId: z.string().max(64) }).strict(), result: done },

  'search:find': {
    args: z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(100) }).strict(),
    result: searchResultSchema
  },

  /** The webhooks received, newest first, before the one of number `beforeSeq`. */
  'events:list-events': {
    args: z
      .object({
        beforeSeq: z.number().int().nullable(),
        limit: limitSchema,
        isNotUnderstoodOnly: z.boolean()
      })
      .strict(),
    result: z.array(receivedEventSchema).readonly()
  },
  /** What a received webhook would tell if its fields had these further names. Nothing is changed. */
  'events:try-reading': {
    args: z.object({ seq: z.number().int(), aliases: fieldAliasesSchema }).strict(),
    result: outcomeOf(eventReadingSchema)
  },
  'events:get-rebuild': { args: nothing, result: rebuildProgressSchema.nullable() },

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
  'messages:cancel-import': { args: z.object({ importId: z.string().max(64) }).strict(), result: done },

  'presence:get-presence': { args: nothing, result: presenceSchema },
  /** The extensions of those of whom to be told when they are free. */
  'presence:list-watched': { args: nothing, result: z.array(z.string()).readonly() },
  'presence:watch-colleague': {
    args: z.object({ extension: z.string().max(32), isWatched: z.boolean() }).strict(),
    result: done
  },
  'queues:list-queues': { args: nothing, result: queuesSchema },
  /** How a queue is set up and who its agents are, as far as the key may see it; asked of Voice360 each time. */
  'queues:get-details': {
    args: z.object({ queueId: z.number().int() }).strict(),
    result: outcomeOf(queueDetailsSchema)
  },
  'queues:list-lost-callers': { args: nothing, result: lostCallersSchema },
  /** `claimed` says that I am on it, `done` closes the attempts until now. Without an address: those who showed no number. */
  'queues:mark-lost-caller': {
    args: z.object({ address: addressSchema, mark: lostCallerMarkSchema }).strict(),
    result: lostCallersSchema
  },
  'reach:get-reach': { args: nothing, result: reachSchema },
  'reach:get-rate-budget': { args: nothing, result: rateBudgetSchema.nullable() },
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
  },

  /** Read to be called, the user's guards apply; read only to know whose address it is, they do not. */
  'dialing:interpret-text': {
    args: z.object({ text: z.string().max(2_000), isToCall: z.boolean() }).strict(),
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
        isRecorded: z.boolean(),
        /** Whether the user saw what the dial `asked` and wants it all the same. */
        isAgreed: z.boolean()
      })
      .strict(),
    /** A dial still `confirming` asks about what stands in `asked`. */
    result: outcomeOf(dialSchema)
  },
  'dialing:cancel-dial': { args: z.object({ dialId: z.uuid() }).strict(), result: outcomeOf(dialSchema) },
  'dialing:get-dial': { args: nothing, result: dialSchema.nullable() },
  /** The strip's page tells how tall it is, in CSS pixels, so that its window fits it. */
  'dialing:fit-height': { args: fittingHeight, result: done },
  'dialing:get-suggestions': { args: nothing, result: dialSuggestionsSchema },

  'hotkeys:get-hotkeys': { args: nothing, result: hotkeysSchema },
  /** Ends by itself after a minute, so that a page that is gone cannot leave the hotkeys off. */
  'hotkeys:set-mode': { args: z.object({ mode: hotkeyModeSchema }).strict(), result: hotkeysSchema },

  'links:get-handlers': { args: nothing, result: linkHandlersSchema },
  /** Answers who opens them then: the system may leave the choice to the user. */
  'links:make-default': { args: z.object({ scheme: linkSchemeSchema }).strict(), result: linkHandlersSchema },

  'popup:list-cards': { args: nothing, result: z.array(popupCardSchema).readonly() },
  'popup:dismiss-card': { args: z.object({ callId: callIdSchema }).strict(), result: done },
  /** The pop-up's page tells how tall its cards are, in CSS pixels, so that its window fits them. */
  'popup:fit-height': { args: fittingHeight, result: done },

  /** While someone writes in a card it neither leaves nor moves. */
  'popup:hold-card': {
    args: z.object({ callId: callIdSchema, isHeld: z.boolean() }).strict(),
    result: done
  },
  /** Asked for by a click that needs the keyboard: the pop-up takes it only then. */
  'popup:take-focus': { args: nothing, result: done },
  'popup:give-focus-back': { args: nothing, result: done },
  'popup:reset-position': { args: nothing, result: done },
  /** The pop-up follows the pointer, which holds it at `grip`, in CSS pixels; null lets it go. */
  'popup:drag': {
    args: z.object({ grip: z.object({ x: z.number(), y: z.number() }).strict().nullable() }).strict(),
    result: done
  },
  /** Opens the person in the user's CRM; the call adds what it knows. */
  'crm:open-person': {
    args: z.object({ address: addressSchema, callId: callIdSchema.nullable() }).strict(),
    result: outcomeOf(done)
  },

  /** Brings the main window up at the timeline with `address`; `compose` says whether, and with which words, to begin a message. */
  'window:show-person': {
    args: z.object({ address: addressSchema, compose: composeSchema }).strict(),
    result: done
  }
} as const satisfies Record<RequestChannel, { args: z.ZodType; result: z.ZodType }>

export type RequestArgs<C extends RequestChannel> = z.input<(typeof contract)[C]['args']>
export type RequestResult<C extends RequestChannel> = z.output<(typeof contract)[C]['result']>
