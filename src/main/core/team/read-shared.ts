import type { z } from 'zod'
import { parseJson } from '../../../shared/parse-json.ts'
import type { SharedEntry } from '../ports.ts'

/** What a colleague's app wrote; null where there is nothing, or nothing that this version can read. */
export const readShared = <T>(schema: z.ZodType<T>, entry: Pick<SharedEntry, 'value'> | null): T | null =>
  entry === null || entry.value === null ? null : (schema.safeParse(parseJson(entry.value)).data ?? null)

/** What a key is to be written at: 0 where it was deleted, or was never there. */
export const revisionOf = (entry: Pick<SharedEntry, 'value' | 'revision'> | null): number =>
  entry === null || entry.value === null ? 0 : entry.revision
