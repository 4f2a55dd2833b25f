import { z } from 'zod'
import { callCursorSchema, callFilterSchema, callSchema } from '../../domain/call.ts'
import {
  eventReadingSchema,
  fieldAliasesSchema,
  rebuildProgressSchema,
  receivedEventSchema
} from '../../domain/event-reading.ts'
import { outcomeOf } from '../../domain/failure.ts'
import { doorsSchema, historyPageSchema } from '../../domain/history.ts'
import { noteSchema } from '../../domain/note.ts'
import { searchResultSchema } from '../../domain/search.ts'
import { timelineCursorSchema, timelinePageSchema } from '../../domain/timeline.ts'
import { addressSchema, callIdSchema, done, limitSchema, noteBodySchema, nothing } from './pieces.ts'

const outcomeWord = z.string().trim().min(1).max(100).nullable()

/** Calls, the notes on them, and what was received of them. */
export const callsContract = {
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
  /**
   * An empty body takes the note away. `seen` is what it was when it began to be written: where a team shares it, nothing that somebody
   * else wrote meanwhile is replaced.
   */
  'calls:set-note': {
    args: z.object({ callId: callIdSchema, body: noteBodySchema, seen: noteBodySchema }).strict(),
    result: outcomeOf(callSchema)
  },
  'calls:set-outcome': {
    args: z.object({ callId: callIdSchema, outcome: outcomeWord, seen: outcomeWord }).strict(),
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
  'events:get-rebuild': { args: nothing, result: rebuildProgressSchema.nullable() }
} as const
