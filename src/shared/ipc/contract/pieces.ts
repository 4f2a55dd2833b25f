import { z } from 'zod'
import { maxNoteLength } from '../../domain/note.ts'

export const nothing = z.object({}).strict()
export const done = z.object({ ok: z.literal(true) })
export const fittingHeight = z.object({ heightPx: z.number().int().min(0).max(4_000) }).strict()
export const addressSchema = z.string().max(64)
export const threadIdSchema = z.string().max(160)
export const callIdSchema = z.string().max(200)
export const noteBodySchema = z.string().trim().max(maxNoteLength)
export const credentialsSchema = z
  .object({
    accountId: z.number().int().positive(),
    key: z.string().trim().min(1).max(512)
  })
  .strict()
export const limitSchema = z.number().int().min(1).max(500)
