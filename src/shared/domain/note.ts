import { z } from 'zod'

export const maxNoteLength = 4_000

/** A note about a person that belongs to no single call. */
export const noteSchema = z.object({
  id: z.string(),
  address: z.string(),
  body: z.string(),
  atMs: z.number()
})
export type Note = z.infer<typeof noteSchema>
