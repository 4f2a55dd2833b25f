import { z } from 'zod'

/** What an invitation, or who holds it, may read of the account by way of the team's relay. */
const teamReadingSchema = z.object({
  /** Everything of the account; else only what is of the extension, its queues and its lines. */
  isTeamWide: z.boolean(),
  queueNames: z.array(z.string()).readonly(),
  /** As they are shown. */
  lines: z.array(z.string()).readonly(),
  presence: z.enum(['none', 'online-only', 'with-calls']),
  sharesWork: z.boolean()
})

/** Somebody's place in a team. */
export const teamPlaceSchema = z.object({
  team: z.string(),
  accountId: z.number().int(),
  extension: z.string(),
  reading: teamReadingSchema,
  /** When the credentials end; null where they do not. */
  expiresAtMs: z.number().nullable()
})
export type TeamPlace = z.infer<typeof teamPlaceSchema>

/** What came of trying an invitation: it works, and would give this place. */
export const checkedInvitationSchema = z.object({
  place: teamPlaceSchema,
  /** The server that answered. */
  server: z.string(),
  /** False where the server has never heard of the relay for this account. */
  isRelayKnown: z.boolean()
})
export type CheckedInvitation = z.infer<typeof checkedInvitationSchema>

/** The team of the current account. */
export const teamSchema = z.object({
  /** Null where it belongs to none. */
  place: teamPlaceSchema.nullable(),
  /** The server that it is connected to; null while it is not. */
  server: z.string().nullable(),
  connectedSinceMs: z.number().nullable(),
  /** Why it is not connected, for people; null where it is, or was not tried. */
  reason: z.string().nullable(),
  /** Whether the relay says every few seconds that it is there; `unknown` while there is no connection. */
  relay: z.enum(['unknown', 'answering', 'silent'])
})
export type Team = z.infer<typeof teamSchema>

export const noTeam: Team = {
  place: null,
  server: null,
  connectedSinceMs: null,
  reason: null,
  relay: 'unknown'
}
