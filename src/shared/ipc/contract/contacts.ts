import { z } from 'zod'
import {
  contactDraftSchema,
  contactSchema,
  importFieldSchema,
  importPreviewSchema,
  importProgressSchema,
  maxImportLength
} from '../../domain/contact.ts'
import { outcomeOf } from '../../domain/failure.ts'
import { done, limitSchema } from './pieces.ts'

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
  'contacts:save-contact': {
    args: z.object({ contactId: z.uuid(), draft: contactDraftSchema }).strict(),
    result: outcomeOf(contactSchema)
  },
  'contacts:delete-contact': { args: z.object({ contactId: z.string().max(64) }).strict(), result: done },
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
