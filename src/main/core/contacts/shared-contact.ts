import { z } from 'zod'
import { maxContactNumbers } from '../../../shared/domain/contact.ts'
import { plainText } from '../plain-text.ts'
import { writtenSchema } from '../team/index.ts'

const word = (length: number) => z.string().max(length).transform(plainText)

/** A contact of the team, in the bucket under its id. */
export const sharedContactSchema = writtenSchema.extend({
  name: word(200),
  company: word(200).nullable(),
  numbers: z
    .array(z.object({ address: word(64), label: word(40).nullable() }))
    .max(maxContactNumbers)
    .readonly()
})
export type SharedContact = z.infer<typeof sharedContactSchema>
