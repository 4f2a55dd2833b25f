import { z } from 'zod'
import { type KeyKind, keyKindSchema, meSchema } from '../../../shared/domain/session.ts'

/** What is remembered of the account between runs, beside the keys, which are in the secret store alone. */
export const accountSchema = z.object({
  apiUrl: z.url(),
  accountId: z.number().int().positive(),
  keyKinds: z.array(keyKindSchema).min(1).readonly(),
  me: meSchema.nullable()
})
export type Account = z.infer<typeof accountSchema>

/** The secret's name of an account's key; one of each kind can be held. */
export const keySecretName = (accountId: number, kind: KeyKind): string => `api-key:${accountId}:${kind}`
