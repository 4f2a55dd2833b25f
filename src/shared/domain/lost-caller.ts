import { z } from 'zod'
import { callStateSchema } from './call.ts'
import { partySchema } from './party.ts'

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
  /** Since when I have been on it; null where nobody on this computer is. */
  claimedAtMs: z.number().nullable()
})
export type LostCaller = z.infer<typeof lostCallerSchema>

/** Those to call back, the last to call first, and how many there were whom nobody can call back. */
export const lostCallersSchema = z.object({
  callers: z.array(lostCallerSchema).readonly(),
  anonymousCount: z.number().int(),
  anonymousLastAtMs: z.number().nullable()
})
export type LostCallers = z.infer<typeof lostCallersSchema>

export const lostCallerMarkSchema = z.enum(['claimed', 'unclaimed', 'done'])
export type LostCallerMark = z.infer<typeof lostCallerMarkSchema>
