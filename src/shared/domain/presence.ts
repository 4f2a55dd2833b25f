import { z } from 'zod'
import { partySchema } from './party.ts'

/** A call that a colleague is on, as a developer key may see it. */
export const colleagueCallSchema = z.object({
  direction: z.enum(['inbound', 'outbound', 'unknown']),
  other: partySchema,
  startedAtMs: z.number()
})
export type ColleagueCall = z.infer<typeof colleagueCallSchema>

/** One person on the account. `calls` is null where the key may not see calls. */
export const colleagueSchema = z.object({
  extension: z.string(),
  name: z.string(),
  isMe: z.boolean(),
  isOnline: z.boolean(),
  calls: z.array(colleagueCallSchema).readonly().nullable()
})
export type Colleague = z.infer<typeof colleagueSchema>

/**
 * Everyone's presence as last read. When reading fails the colleagues stay as they were and `staleSinceMs` says since when
 * they are no longer known to be true.
 */
export const presenceSchema = z.object({
  detail: z.enum(['none', 'online-only', 'with-calls']),
  colleagues: z.array(colleagueSchema).readonly(),
  /** When it was first read to be like this; it still is, unless it is stale. */
  asOfMs: z.number().nullable(),
  staleSinceMs: z.number().nullable(),
  staleReason: z.string().nullable()
})
export type Presence = z.infer<typeof presenceSchema>

export const unknownPresence: Presence = {
  detail: 'none',
  colleagues: [],
  asOfMs: null,
  staleSinceMs: null,
  staleReason: null
}
