import { z } from 'zod'
import { partySchema } from './party.ts'

/** A person found by name or number, whoever was in touch last first; null for one who never was. */
export const foundPersonSchema = z.object({ party: partySchema, lastContactAtMs: z.number().nullable() })
export type FoundPerson = z.infer<typeof foundPersonSchema>

/** A message or note found by its words. */
export const foundTextSchema = z.object({
  kind: z.enum(['message', 'note']),
  id: z.string(),
  party: partySchema,
  atMs: z.number(),
  /** The words around what was found. */
  text: z.string()
})
export type FoundText = z.infer<typeof foundTextSchema>

export const searchResultSchema = z.object({
  people: z.array(foundPersonSchema).readonly(),
  texts: z.array(foundTextSchema).readonly()
})
export type SearchResult = z.infer<typeof searchResultSchema>
