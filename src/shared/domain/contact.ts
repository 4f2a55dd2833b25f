import { z } from 'zod'
import { partySchema } from './party.ts'

export const maxContactNumbers = 20
/** UTF-16 units of a file to import. */
export const maxImportLength = 20_000_000

/** Someone the user keeps: by hand or from an import. Addresses are in their stored form (E.164 where they are numbers). */
export const contactSchema = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string().nullable(),
  numbers: z
    .array(z.object({ address: z.string(), display: z.string(), label: z.string().nullable() }))
    .readonly(),
  /** Of a contact of the team: who wrote it last (null: I did), when, and as which revision; null of the user's own. */
  team: z.object({ by: partySchema.nullable(), atMs: z.number(), revision: z.number().int() }).nullable()
})
export type Contact = z.infer<typeof contactSchema>

/** What became of saving one, or of deleting one of the team: a colleague may have been faster, and nothing is changed then. */
export const savedContactSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), contact: contactSchema }),
  z.object({ kind: z.literal('changed'), theirs: contactSchema.nullable() })
])
export type SavedContact = z.infer<typeof savedContactSchema>

/** Whether contacts are shared with a team: not at all, not now, or now. */
export const contactSharingSchema = z.enum(['off', 'offline', 'on'])
export type ContactSharing = z.infer<typeof contactSharingSchema>

/** What is kept of a contact, before its numbers are read. */
export const contactDraftSchema = z
  .object({
    name: z.string().trim().max(200),
    company: z.string().trim().max(200).nullable(),
    numbers: z
      .array(
        z.object({ text: z.string().trim().max(64), label: z.string().trim().max(40).nullable() }).strict()
      )
      .max(maxContactNumbers)
      .readonly()
  })
  .strict()
export type ContactDraft = z.infer<typeof contactDraftSchema>

/** What a column of a CSV file holds. */
export const importFieldSchema = z.enum(['name', 'first-name', 'last-name', 'company', 'number', 'ignored'])
export type ImportField = z.infer<typeof importFieldSchema>

/** A row of the file that is not taken, or not as a whole, and why, in the user's words. `row` counts from 1, as a person would. */
export const rejectedRowSchema = z.object({ row: z.number().int(), text: z.string(), reason: z.string() })
export type RejectedRow = z.infer<typeof rejectedRowSchema>

/** What an import would do, before it does anything. */
export const importPreviewSchema = z.object({
  importId: z.string(),
  format: z.enum(['csv', 'vcard']),
  /** The columns of a CSV file with what each is taken for; empty for vCards. */
  columns: z.array(z.object({ title: z.string(), field: importFieldSchema, example: z.string() })).readonly(),
  /** The first contacts that would be made. */
  sample: z.array(contactSchema).readonly(),
  newCount: z.number().int(),
  /** Rows whose name and numbers are all known already. */
  knownCount: z.number().int(),
  /** Of those that are new or known: how many have something that cannot be read, and is left out. */
  partialCount: z.number().int(),
  /** The first of these. */
  partial: z.array(rejectedRowSchema).readonly(),
  /** Rows of which nothing is taken. */
  rejectedCount: z.number().int(),
  /** The first of these. */
  rejected: z.array(rejectedRowSchema).readonly()
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

/** How far an import is; `done` and `cancelled` are ends, and what was stored until then stays. */
export const importProgressSchema = z.object({
  importId: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  storedCount: z.number().int(),
  totalCount: z.number().int(),
  message: z.string().nullable()
})
export type ImportProgress = z.infer<typeof importProgressSchema>
