import { z } from 'zod'
import { outcomeOf } from '../../domain/failure.ts'
import { checkedInvitationSchema, teamSchema } from '../../domain/team.ts'
import { nothing } from './pieces.ts'

/** The team whose relay takes the webhooks. */
export const teamContract = {
  'team:get-team': { args: nothing, result: teamSchema },
  /** Tries what was pasted; keeps nothing of it but in memory, for `team:join`. */
  'team:check-invitation': {
    args: z.object({ text: z.string().trim().min(1).max(200_000) }).strict(),
    result: outcomeOf(checkedInvitationSchema)
  },
  /** Joins by the invitation that was checked last, and by no other. */
  'team:join': { args: nothing, result: outcomeOf(teamSchema) },
  'team:leave': { args: nothing, result: outcomeOf(teamSchema) }
} as const
