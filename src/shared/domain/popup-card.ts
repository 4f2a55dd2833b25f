import { z } from 'zod'
import { callSchema } from './call.ts'

/** Where a number is from, as its digits tell: a guess, since people and numbers travel. */
export const placeSchema = z.object({ name: z.string().nullable(), timeZone: z.string().nullable() })
export type Place = z.infer<typeof placeSchema>

/** A caller's card in the pop-up. `leavesAtMs` is when it goes by itself; null means it stays until it is closed. */
export const popupCardSchema = z.object({
  call: callSchema,
  /** What was last shared with this caller: an earlier call with its note, a message, a note. */
  lastContact: z
    .object({ kind: z.enum(['call', 'message', 'note']), atMs: z.number(), text: z.string() })
    .nullable(),
  place: placeSchema.nullable(),
  leavesAtMs: z.number().nullable(),
  /** Whether someone is writing in it: it then neither leaves nor moves. */
  isHeld: z.boolean()
})
export type PopupCard = z.infer<typeof popupCardSchema>
