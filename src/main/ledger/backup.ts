import { existsSync, renameSync, rmSync } from 'node:fs'
import { z } from 'zod'
import type { BackupContents, BackupStep } from '../../shared/domain/backup.ts'
import { backupContentsSchema } from '../../shared/domain/backup.ts'
import { isPlain } from './cipher.ts'
import { migrations, versionOf } from './migrations.ts'
import { type Database, isCutOff, keyOf, openDamaged } from './open-database.ts'
import { copyUnderKey, using } from './replace-ledger.ts'
import { NewerBackup, NotABackup, UnreadableLedger } from './storage-errors.ts'

/**
 * A backup is the ledger itself, encrypted with a passphrase in the scheme of SQLCipher 4, with one table more: `backup`, whose one row
 * says what it is and holds the settings.
 */
const packedSchema = backupContentsSchema.extend({ settings: z.record(z.string(), z.unknown()) })
export type PackedBackup = z.infer<typeof packedSchema>

/** What the app says of a backup; the rest is counted. */
export type BackupLabel = Pick<PackedBackup, 'madeAtMs' | 'appVersion' | 'accountId' | 'settings'>

/** Where a backup is written until it is whole. */
export const partOf = (path: string): string => `${path}.part`

interface BackUp {
  readonly file: string
  readonly encryptionKey: string
  readonly to: string
  readonly mayOverwrite: boolean
  readonly passphrase: string
  readonly label: BackupLabel
}

/** Writes a backup while the ledger goes on: what is committed meanwhile is not in it. */
export function backUp(work: BackUp, tell: (step: BackupStep) => void): null {
  const { file, encryptionKey, to, mayOverwrite, passphrase, label } = work
  assertFree(to, mayOverwrite)
  tell('copying')
  copyUnderKey({
    file,
    key: keyOf(file, encryptionKey),
    copy: partOf(to),
    copyKey: { passphrase },
    edit(database) {
      database.exec('CREATE TABLE backup (content text NOT NULL)')
      const packed: PackedBackup = { ...label, ...countContents(database) }
      database.prepare('INSERT INTO backup VALUES (?)').run(JSON.stringify(packed))
      tell('encrypting')
    },
    onEncrypted: () => tell('checking')
  })
  assertFree(to, mayOverwrite)
  renameSync(partOf(to), to)
  return null
}

/** Reads all of a backup and says what is in it. */
export function checkBackup({ file, passphrase }: { readonly file: string; readonly passphrase: string }) {
  if (isPlain(file)) throw new NotABackup()
  return using(file, { passphrase }, (database): PackedBackup => {
    if (versionOf(database) > migrations.length) throw new NewerBackup()
    const check = database.pragma('integrity_check(1)', { simple: true })
    if (check !== 'ok') throw new UnreadableLedger(String(check))
    return readPacked(database)
  })
}

/** Writes a ledger from a backup, encrypted with this computer's key. */
export function unpackBackup(work: {
  readonly file: string
  readonly passphrase: string
  readonly to: string
  readonly encryptionKey: string
}): null {
  const { file, passphrase, to, encryptionKey } = work
  copyUnderKey({
    file,
    key: { passphrase },
    copy: to,
    copyKey: { raw: encryptionKey },
    edit: (database) => void database.exec('DROP TABLE backup')
  })
  return null
}

/** Whether a file is a ledger that opens with this key; looking changes nothing of it. */
export function opensWith({
  file,
  encryptionKey
}: {
  readonly file: string
  readonly encryptionKey: string
}) {
  if (!existsSync(file) || isCutOff(file)) return false
  try {
    const database = openDamaged(file, encryptionKey)
    try {
      const version = versionOf(database)
      return version > 0 && version <= migrations.length
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}

function assertFree(path: string, mayOverwrite: boolean): void {
  if (!existsSync(path) || mayOverwrite) return
  rmSync(partOf(path), { force: true })
  throw Object.assign(new Error('There is such a file already'), { code: 'EEXIST' })
}

function readPacked(database: Database): PackedBackup {
  const isThere = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'backup'`).get()
  if (!isThere) throw new NotABackup()
  const content = database.prepare<[], string>('SELECT content FROM backup').pluck().get() ?? '{}'
  return packedSchema.parse(JSON.parse(content))
}

function countContents(database: Database): Omit<BackupContents, 'madeAtMs' | 'appVersion' | 'accountId'> {
  const row = database
    .prepare<[], Omit<BackupContents, 'madeAtMs' | 'appVersion' | 'accountId'>>(
      `SELECT (SELECT count(*) FROM calls) AS callCount,
        (SELECT count(*) FROM messages) AS messageCount,
        (SELECT count(*) FROM contacts) AS contactCount,
        (SELECT min(occurred_at_ms) FROM events) AS fromMs,
        (SELECT max(occurred_at_ms) FROM events) AS toMs`
    )
    .get()
  if (!row) throw new UnreadableLedger('It has no tables.')
  return row
}
