import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { LedgerFileFailure, type LedgerFileTrouble } from '../ports.ts'
import type { Translate } from '../translate.ts'

const words = {
  'wrong-key': 'backup.wrongPassphrase',
  damaged: 'backup.damaged',
  'not-a-backup': 'backup.notABackup',
  newer: 'backup.newer',
  'no-space': 'backup.noSpace',
  'no-access': 'backup.noAccess',
  exists: 'backup.exists',
  'cannot-encrypt': 'backup.cannotEncrypt',
  cancelled: 'backup.cancelled',
  other: 'backup.other'
} as const satisfies Record<LedgerFileTrouble, string>

/** Does work on a ledger's file, and says in words why it did not succeed. */
export async function attempt<T>(work: () => Promise<T>, t: Translate): Promise<Outcome<T>> {
  try {
    return succeeded(await work())
  } catch (error) {
    const trouble = error instanceof LedgerFileFailure ? error.trouble : 'other'
    const reason = error instanceof Error ? error.message : String(error)
    return failed(trouble, t(words[trouble], { reason }))
  }
}
