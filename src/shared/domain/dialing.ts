import { z } from 'zod'
import { partySchema } from './party.ts'

/** Why a text is not dialed as it stands. */
export const undialableSchema = z.enum(['empty', 'no-number', 'feature-code', 'emergency', 'premium'])
export type Undialable = z.infer<typeof undialableSchema>

/** What a typed, copied or clicked text means for dialing: what would be sent, letter by letter, or why nothing is. */
export const interpretationSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('dialable'), candidates: z.array(partySchema).min(1).readonly() }),
  z.object({ outcome: z.literal('undialable'), reason: undialableSchema, text: z.string() })
])
export type Interpretation = z.infer<typeof interpretationSchema>

/** Where a dial stands. `unknown` may have gone out and is never repeated by the program. */
export const dialStateSchema = z.enum([
  'confirming',
  'counting-down',
  'placing',
  'placed',
  'refused',
  'unknown',
  'cancelled'
])
export type DialState = z.infer<typeof dialStateSchema>

/**
 * A dial that waits for its confirmation, or what became of it. The main process owns it: once made, its candidates do not
 * change, whatever happens to the clipboard or the page.
 */
export const dialSchema = z.object({
  id: z.string(),
  state: dialStateSchema,
  candidates: z.array(partySchema).readonly(),
  /** Set when `candidates` is empty. */
  undialable: undialableSchema.nullable(),
  text: z.string(),
  chosen: partySchema.nullable(),
  fromExtension: z.string().nullable(),
  callerId: z.string().nullable(),
  isRecorded: z.boolean(),
  /** When the request will be sent, in state `counting-down`. */
  dialsAtMs: z.number().nullable(),
  callId: z.string().nullable(),
  /** Why it was refused, or may not have gone out, in the user's words. */
  message: z.string().nullable()
})
export type Dial = z.infer<typeof dialSchema>
