import { z } from 'zod'
import { callSchema } from './call.ts'

/** A caller's card in the pop-up. `leavesAtMs` is when it goes by itself; null means it stays until it is closed. */
export const popupCardSchema = z.object({
  call: callSchema,
  /** What was last shared with this caller, e.g. an earlier call or message. */
  lastContact: z.object({ kind: z.enum(['call', 'message']), atMs: z.number(), text: z.string() }).nullable(),
  leavesAtMs: z.number().nullable()
})
export type PopupCard = z.infer<typeof popupCardSchema>
