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
  staleSinceMs: z.number().nullable(),
  staleReason: z.string().nullable()
})
export type Presence = z.infer<typeof presenceSchema>

export const unknownPresence: Presence = {
  detail: 'none',
  colleagues: [],
  staleSinceMs: null,
  staleReason: null
}

/** What of the presence became another; colleagues of whom nothing changed are not in it. */
export const presenceChangeSchema = presenceSchema.omit({ colleagues: true }).extend({
  changed: z.array(colleagueSchema).readonly(),
  /** The extensions of those who are not there any more. */
  removed: z.array(z.string()).readonly()
})
export type PresenceChange = z.infer<typeof presenceChangeSchema>

/** What leads from one presence to the next. A colleague who is the same object in both did not change. */
export function presenceChangeBetween(before: Presence, after: Presence): PresenceChange {
  const { colleagues, ...rest } = after
  const known = new Map(before.colleagues.map((colleague) => [colleague.extension, colleague]))
  const changed = colleagues.filter((colleague) => known.get(colleague.extension) !== colleague)
  for (const { extension } of colleagues) known.delete(extension)
  return { ...rest, changed, removed: [...known.keys()] }
}

/** `presence` with `change`; who is new comes last. */
export function withPresenceChange(presence: Presence, change: PresenceChange): Presence {
  const { changed, removed, ...rest } = change
  if (changed.length === 0 && removed.length === 0) return { ...rest, colleagues: presence.colleagues }
  const colleagues = new Map(presence.colleagues.map((colleague) => [colleague.extension, colleague]))
  for (const extension of removed) colleagues.delete(extension)
  for (const colleague of changed) colleagues.set(colleague.extension, colleague)
  return { ...rest, colleagues: [...colleagues.values()] }
}
