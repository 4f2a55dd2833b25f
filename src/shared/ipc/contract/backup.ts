import { z } from 'zod'
import { backupContentsSchema, ledgerStateSchema } from '../../domain/backup.ts'
import { outcomeOf } from '../../domain/failure.ts'
import { passphraseLength } from '../../domain/passphrase.ts'
import { done, nothing } from './pieces.ts'

const passphraseSchema = z.string().min(1).max(passphraseLength.max)
/** Null where the host has dialogs: a page names no file there. */
const pathSchema = z.string().trim().min(1).max(4_096).nullable()

/** How the ledger is kept, and copies of it that the user takes away and brings back. */
export const backupContract = {
  'backup:get-state': { args: nothing, result: ledgerStateSchema },
  /** Asks where to, and answers the name of the file once it is whole; null where the user thought better of it. */
  'backup:make-backup': {
    args: z.object({ path: pathSchema, passphrase: passphraseSchema.min(passphraseLength.min) }).strict(),
    result: outcomeOf(z.object({ file: z.string() }).nullable())
  },
  'backup:cancel-backup': { args: nothing, result: done },
  /** Chooses the backup that is looked at and restored next; answers its path. */
  'backup:choose-backup': { args: z.object({ path: pathSchema }).strict(), result: z.string().nullable() },
  /** Checks all of the chosen backup and answers what is in it; nothing is changed. */
  'backup:check-backup': {
    args: z.object({ passphrase: passphraseSchema }).strict(),
    result: outcomeOf(backupContentsSchema)
  },
  /** Puts the backup that was just checked in the place of the ledger, which is kept beside it. */
  'backup:restore-backup': { args: nothing, result: outcomeOf(done) },
  /** Uses a ledger again that was set aside, by its name. */
  'backup:take-back': { args: z.object({ name: z.string().max(255) }).strict(), result: outcomeOf(done) },
  'backup:change-key': { args: nothing, result: outcomeOf(done) }
} as const
