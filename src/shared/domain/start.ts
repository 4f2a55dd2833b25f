import { z } from 'zod'

/** Why the app cannot tell by itself where to keep its secrets. */
export const waitingReasonSchema = z.enum([
  /** No keychain is installed, or none answers for this user. */
  'no-keychain',
  'keychain-locked',
  'keychain-denied',
  /** It did not answer within its limit. */
  'keychain-slow',
  /** The secrets lie in the vault of an earlier run, which opens by its passphrase. */
  'passphrase',
  /** The vault's file could not be read and was set aside. */
  'vault-damaged'
])
export type WaitingReason = z.infer<typeof waitingReasonSchema>

/** How far the start is: until it runs, every other request waits. */
export const startSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('opening') }),
  /** The user is to say where secrets are kept. */
  z.object({
    stage: z.literal('waiting'),
    reason: waitingReasonSchema,
    /** What people call the keychain of this system. */
    keychain: z.string(),
    /** Whether there is a vault to open; else a passphrase makes one. */
    hasVault: z.boolean()
  }),
  /** `run` counts how often the application was put together since the process began: another account is another run. */
  z.object({ stage: z.literal('running'), run: z.number().int() }),
  z.object({ stage: z.literal('failed'), message: z.string() })
])
export type Start = z.infer<typeof startSchema>

/** Where secrets are kept in this run, and what can be done about it. */
export const secretsSchema = z.object({
  place: z.enum(['keychain', 'vault', 'memory']),
  /** What people call the keychain of this system. */
  keychain: z.string(),
  /** Whether the user may be asked again: not where the start was told to leave the keychain alone. */
  canChooseAgain: z.boolean()
})
export type Secrets = z.infer<typeof secretsSchema>
