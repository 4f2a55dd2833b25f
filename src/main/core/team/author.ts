import { z } from 'zod'
import { plainText } from '../plain-text.ts'

/** Who wrote something that is shared. It is their own word: whoever may write to the bucket may write any name. */
export const authorSchema = z.object({
  extension: z.string().regex(/^\d{2,6}$/),
  name: z.string().max(200).transform(plainText).nullable()
})
export type Author = z.infer<typeof authorSchema>

/** By whom, and when in epoch milliseconds: by the clock of their computer. */
export const writtenSchema = z.object({ by: authorSchema, atMs: z.number() })
export type Written = z.infer<typeof writtenSchema>
