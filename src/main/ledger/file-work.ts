import { z } from 'zod'
import type { BackupStep } from '../../shared/domain/backup.ts'
import type { LedgerFileTrouble } from '../core/ports.ts'
import { backUp, checkBackup, opensWith, unpackBackup } from './backup.ts'
import { keyOf } from './open-database.ts'
import { rekeyLedger } from './replace-ledger.ts'
import { listSetAside } from './set-aside.ts'
import { CannotEncrypt, codeOf, NewerBackup, NotABackup, UnreadableLedger } from './storage-errors.ts'

interface KeyChange {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Work on whole ledger files, each in a worker of its own: it takes seconds, in which neither windows nor webhooks are to wait. */
export const fileWorks = {
  backUp,
  checkBackup,
  unpackBackup,
  opensWith,
  changeKey: ({ file, from, to }: KeyChange): null => rekeyLedger(file, keyOf(file, from), { raw: to }),
  /** Those that open with the old key: without it they would be lost. */
  changeKeyOfSetAside({ file, from, to }: KeyChange): null {
    for (const aside of listSetAside(file)) {
      if (opensWith({ file: aside.file, encryptionKey: from })) {
        rekeyLedger(aside.file, keyOf(aside.file, from), { raw: to })
      }
    }
    return null
  }
} as const

export type FileWorkName = keyof typeof fileWorks
export type FileWorkArgs<Name extends FileWorkName> = Parameters<(typeof fileWorks)[Name]>[0]
export type FileWorkResult<Name extends FileWorkName> = ReturnType<(typeof fileWorks)[Name]>

export interface FileWork<Name extends FileWorkName = FileWorkName> {
  readonly name: Name
  readonly args: FileWorkArgs<Name>
}

/** What the worker posts: how far it is, then once how it ended. */
export type FromFileWork =
  | { readonly kind: 'step'; readonly step: BackupStep }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly trouble: LedgerFileTrouble; readonly reason: string }

/** Does one piece of work, in the worker. */
export function doFileWork({ name, args }: FileWork, post: (message: FromFileWork) => void): void {
  try {
    // The name ties the arguments to the function, which the compiler cannot follow through a union.
    const value: unknown = Reflect.apply(fileWorks[name], fileWorks, [
      args,
      (step: BackupStep) => post({ kind: 'step', step })
    ])
    post({ kind: 'done', value })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    post({ kind: 'failed', trouble: troubleOf(error), reason })
  }
}

const troubleByCode: readonly (readonly [RegExp, LedgerFileTrouble])[] = [
  [/^SQLITE_NOTADB/, 'wrong-key'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'no-space'],
  [/^EEXIST/, 'exists'],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|ENOENT|EACCES|EPERM|EROFS|ENOTDIR|EISDIR)/, 'no-access']
]

function troubleOf(error: unknown): LedgerFileTrouble {
  if (error instanceof CannotEncrypt) return 'cannot-encrypt'
  if (error instanceof NewerBackup) return 'newer'
  if (error instanceof NotABackup || error instanceof z.ZodError) return 'not-a-backup'
  if (error instanceof UnreadableLedger) return 'damaged'
  const code = codeOf(error)
  return troubleByCode.find(([pattern]) => pattern.test(code))?.[1] ?? 'other'
}
