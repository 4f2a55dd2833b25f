import { z } from 'zod'
import { maxNoteLength } from '../../../shared/domain/note.ts'
import { plainText } from '../plain-text.ts'
import { writtenSchema } from '../team/index.ts'

/** What the team says of a call, in the bucket under Voice360's id of it. */
export const sharedRemarkSchema = writtenSchema.extend({
  note: z.string().max(maxNoteLength).transform(plainText).nullable(),
  outcome: z.string().max(100).transform(plainText).nullable()
})
export type SharedRemark = z.infer<typeof sharedRemarkSchema>
