import { z } from 'zod'
import { outcomeOf } from '../../domain/failure.ts'
import { passphraseLength } from '../../domain/passphrase.ts'
import { checkedKeySchema, hostSchema, knownAccountSchema, sessionSchema } from '../../domain/session.ts'
import { settingsSchema } from '../../domain/settings.ts'
import { secretsSchema, startSchema } from '../../domain/start.ts'
import { startAtLoginSchema } from '../../domain/start-at-login.ts'
import { credentialsSchema, done, nothing } from './pieces.ts'

const passphrase = z.string().min(1).max(passphraseLength.max)

/** How far the start is, who is signed in, and what they chose. */
export const startContract = {
  'start:get-start': { args: nothing, result: startSchema },
  'start:try-keychain': { args: nothing, result: done },
  /** Opens the vault, or makes one where there is none. */
  'start:use-passphrase': {
    args: z.object({ passphrase }).strict(),
    result: outcomeOf(done)
  },
  /** Keeps secrets in memory, for this run only. */
  'start:use-memory': { args: nothing, result: done },
  /** Where secrets are kept; it changes with the run only. */
  'start:get-secrets': { args: nothing, result: secretsSchema },
  'start:change-passphrase': {
    args: z.object({ passphrase, next: passphrase }).strict(),
    result: outcomeOf(done)
  },
  /** From the vault; the application is put together anew. */
  'start:move-to-keychain': { args: nothing, result: outcomeOf(done) },
  /** Ends this run of the application, or starts one after one that could not be started, and finds out anew where secrets are kept. */
  'start:choose-again': { args: nothing, result: done },

  'session:get-session': { args: nothing, result: sessionSchema },
  'session:get-host': { args: nothing, result: hostSchema },
  'session:check-key': { args: credentialsSchema, result: outcomeOf(checkedKeySchema) },
  'session:sign-in': {
    args: credentialsSchema.extend({ extension: z.string().max(32).nullable() }),
    result: outcomeOf(sessionSchema)
  },
  /** Of the current account unless another is named: its keys are deleted, its calls and messages stay. */
  'session:sign-out': {
    args: z.object({ accountId: z.number().int().positive().nullable() }).strict(),
    result: done
  },
  'session:list-accounts': { args: nothing, result: z.array(knownAccountSchema).readonly() },
  'session:switch-account': {
    args: z.object({ accountId: z.number().int().positive() }).strict(),
    result: outcomeOf(done)
  },

  'settings:get-settings': { args: nothing, result: settingsSchema },
  'settings:update-settings': {
    args: z.object({ change: z.record(z.string(), z.unknown()) }).strict(),
    result: outcomeOf(settingsSchema)
  },

  'startup:get-start-at-login': { args: nothing, result: startAtLoginSchema },
  'startup:set-start-at-login': { args: z.object({ isOn: z.boolean() }).strict(), result: startAtLoginSchema }
} as const
