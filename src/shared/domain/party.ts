import { z } from 'zod'

/**
 * Who is at the other end, ready to show.
 *
 * `address` is what is compared and dialed: E.164 (`+15551234567`) for a `number`, the digits of an `extension`,
 * the empty string for `anonymous`, and what came, unchanged, for `other`.
 */
export const partySchema = z.object({
  address: z.string(),
  kind: z.enum(['number', 'extension', 'anonymous', 'other']),
  /** The address as the user's region writes it, or a word for a caller without one. */
  display: z.string(),
  name: z.string().nullable(),
  company: z.string().nullable(),
  /** Contacts whose number ends alike: it may be one of them, and is shown as a guess. Empty where a name is known. */
  possibleNames: z.array(z.string()).readonly()
})
export type Party = z.infer<typeof partySchema>
export type PartyKind = Party['kind']
