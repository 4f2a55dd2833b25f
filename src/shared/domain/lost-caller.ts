import { z } from 'zod'
import { callStateSchema } from './call.ts'
import { partySchema } from './party.ts'

/** Someone is on it: I am, where `by` is null. */
export const lostCallerClaimSchema = z.object({
  by: partySchema.nullable(),
  atMs: z.number(),
  /** So long ago that it can be taken over without a question. */
  isOld: z.boolean()
})
export type LostCallerClaim = z.infer<typeof lostCallerClaimSchema>

/** Someone whom no agent of a queue answered, and with whom nobody has spoken since. However often they tried, it is one. */
export const lostCallerSchema = z.object({
  party: partySchema,
  attemptCount: z.number().int(),
  firstAtMs: z.number(),
  lastAtMs: z.number(),
  /** How the last attempt ended. */
  lastState: callStateSchema,
  /** The queues they tried, the last one first. */
  queueNames: z.array(z.string()).readonly(),
  /** Null where nobody is on it, as far as is known here. */
  claim: lostCallerClaimSchema.nullable(),
  /** Which state of the team's word on it this is; 0 where there is none. */
  revision: z.number().int()
})
export type LostCaller = z.infer<typeof lostCallerSchema>

/** Those to call back, the last to call first, and how many there were whom nobody can call back. */
export const lostCallersSchema = z.object({
  callers: z.array(lostCallerSchema).readonly(),
  anonymousCount: z.number().int(),
  anonymousLastAtMs: z.number().nullable(),
  /** The team cannot be reached: what colleagues do meanwhile is not shown, and nothing can be claimed. */
  isTeamOffline: z.boolean()
})
export type LostCallers = z.infer<typeof lostCallersSchema>

export const lostCallerMarkSchema = z.enum(['claimed', 'unclaimed', 'done'])
export type LostCallerMark = z.infer<typeof lostCallerMarkSchema>
