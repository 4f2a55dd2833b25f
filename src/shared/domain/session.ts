import { z } from 'zod'
import { timeZoneSchema } from '../time/time-zone.ts'

/** The two kinds of key of the API's document; which one a key is, is found out by asking. */
export const keyKindSchema = z.enum(['user', 'developer'])
export type KeyKind = z.infer<typeof keyKindSchema>

/** Since when Voice360 rejects a key, by its kind; none that works is in it. */
export const rejectedKeysSchema = z.object({ user: z.number().optional(), developer: z.number().optional() })

/** Who I am on the account; with a developer key alone, the extension that was chosen at sign-in. */
export const meSchema = z.object({
  extension: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  timeZone: timeZoneSchema
})
export type Me = z.infer<typeof meSchema>

/** What this host can do; where one is false the interface says so instead of offering it. */
export const hostSchema = z.object({
  name: z.enum(['desktop', 'browser']),
  hasTray: z.boolean(),
  hasPopupWindow: z.boolean(),
  /** Whether the pop-up can stay above other windows; where not (Wayland), notifications tell of callers. */
  isPopupOnTop: z.boolean(),
  /** Where the keys are kept: the keychain's own name, or memory for this run only. */
  secretStore: z.string(),
  isSecretStorePersistent: z.boolean()
})
export type Host = z.infer<typeof hostSchema>

/** Whether someone is signed in, and as whom. The keys themselves are never part of it. */
export const sessionSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('signed-out'), reason: z.string().nullable() }),
  z.object({
    status: z.literal('signed-in'),
    accountId: z.number().int(),
    apiUrl: z.string(),
    keyKinds: z.array(keyKindSchema).readonly(),
    me: meSchema.nullable(),
    rejected: rejectedKeysSchema
  })
])
export type Session = z.infer<typeof sessionSchema>

/** An account of which this computer keeps calls and messages; signed out where it has no key. */
export const knownAccountSchema = z.object({
  accountId: z.number().int(),
  me: meSchema.nullable(),
  keyKinds: z.array(keyKindSchema).readonly(),
  rejected: rejectedKeysSchema,
  /** Whether the keychain still holds keys of it that were to be deleted when it was signed out. */
  hasKeysLeft: z.boolean(),
  /** Whose calls and messages are on show. */
  isCurrent: z.boolean()
})
export type KnownAccount = z.infer<typeof knownAccountSchema>

/** What a pasted key turned out to be. `extensions` offers a choice of "who am I" where the key does not say. */
export const checkedKeySchema = z.object({
  kind: keyKindSchema,
  me: meSchema.nullable(),
  extensions: z.array(z.object({ extension: z.string(), name: z.string() })).readonly()
})
export type CheckedKey = z.infer<typeof checkedKeySchema>
