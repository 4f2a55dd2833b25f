import { z } from 'zod'
import {
  contactDraftSchema,
  contactSchema,
  contactSharingSchema,
  importFieldSchema,
  importPreviewSchema,
  importProgressSchema,
  maxImportLength,
  savedContactSchema
} from '../../domain/contact.ts'
import { outcomeOf } from '../../domain/failure.ts'
import { done, limitSchema, nothing } from './pieces.ts'

const contactId = z.string().max(64)
const revision = z.number().int().min(0).nullable()

/** The people whom the user knows. */
export const contactsContract = {
  /** By name, those whose name, company or number holds `text`. */
  'contacts:list-contacts': {
    args: z
      .object({
        text: z.string().max(200),
        after: z.object({ name: z.string(), id: z.string() }).strict().nullable(),
        limit: limitSchema
      })
      .strict(),
    result: z.array(contactSchema).readonly()
  },
  /** `revision` is that of the contact of the team that was changed; null of the user's own. */
  'contacts:save-contact': {
    args: z.object({ contactId: z.uuid(), draft: contactDraftSchema, revision }).strict(),
    result: outcomeOf(savedContactSchema)
  },
  'contacts:get-sharing': { args: nothing, result: contactSharingSchema },
  /** Makes one of the user's own the team's. */
  'contacts:share-contact': { args: z.object({ contactId }).strict(), result: outcomeOf(savedContactSchema) },
  /** Of the team: for everybody in it. Answers what became of it instead, where a colleague was faster. */
  'contacts:delete-contact': {
    args: z.object({ contactId, revision }).strict(),
    result: outcomeOf(savedContactSchema.nullable())
  },
  /** Reads a file's text and says what would come of it; `columns` overrides what its columns were taken for. */
  'contacts:preview-import': {
    args: z
      .object({
        fileName: z.string().max(300),
        text: z.string().max(maxImportLength),
        columns: z.array(importFieldSchema).max(200).readonly().nullable()
      })
      .strict(),
    result: outcomeOf(importPreviewSchema)
  },
  /** Stores what was last previewed; how it goes is told by `contacts:import-progressed`. */
  'contacts:start-import': {
    args: z.object({ importId: z.string().max(64) }).strict(),
    result: outcomeOf(importProgressSchema)
  },
  'contacts:cancel-import': { args: z.object({ importId: z.string().max(64) }).strict(), result: done }
} as const
