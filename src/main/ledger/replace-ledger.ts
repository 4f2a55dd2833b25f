import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { type CipherKey, canEncrypt, isPlain, rekey, unlock } from './cipher.ts'
import { setAside } from './set-aside.ts'
import { CannotEncrypt, codeOf, UnreadableLedger } from './storage-errors.ts'

/** A whole, checked ledger that is to take the place of the one in use. */
const successorOf = (file: string): string => `${file}.successor`
/** Copies that a crash may have left unfinished. */
const unfinishedOf = (file: string): string => `${file}.unfinished`

/**
 * Encrypts a ledger with another key while nobody has it open. The other is made beside it, checked, and takes its name in one step:
 * whenever this ends, the file opens with the one key or the other.
 */
export function rekeyLedger(file: string, from: CipherKey, to: CipherKey): null {
  const copy = unfinishedOf(file)
  foldLog(file, from)
  const counts = copyUnderKey({ file, key: from, copy, copyKey: to })
  if (counts.copied !== counts.original) throw new UnreadableLedger('The copy is not complete.')
  renameSync(copy, file)
  syncFolder(file)
  return null
}

/** Encrypts a ledger that an earlier build left readable. Where there is no room for a copy, or no cipher, it stays as it is for now. */
export function encryptPlain(file: string, encryptionKey: string): void {
  if (!existsSync(file) || !isPlain(file) || !canEncrypt()) return
  try {
    rekeyLedger(file, null, { raw: encryptionKey })
  } catch (error) {
    if (codeOf(error) === '') throw error
    rmSync(unfinishedOf(file), { force: true, recursive: true })
  }
}

interface Copy {
  readonly file: string
  readonly key: CipherKey
  readonly copy: string
  readonly copyKey: CipherKey
  /** What is done to the copy while it has the key of the original still. */
  readonly edit?: (database: SqliteDatabase.Database) => void
  readonly onEncrypted?: () => void
}

/**
 * Copies a database as it is at this moment, also while another connection writes to it, to a file encrypted with another key, and
 * checks every page of it. Answers how many rows there are in both.
 *
 * SQLite cannot copy from one key to another, so the copy is made under the same key and then encrypted anew.
 */
export function copyUnderKey({ file, key, copy, copyKey, edit, onEncrypted }: Copy) {
  rmSync(copy, { force: true })
  const original = using(file, key, (database) => {
    database.prepare('VACUUM INTO ?').run(copy)
    return countRows(database)
  })
  using(copy, key, (database) => {
    // It is thrown away where it fails.
    database.pragma('journal_mode = OFF')
    edit?.(database)
    rekey(database, copyKey)
  })
  if (copyKey !== null && isPlain(copy)) {
    rmSync(copy)
    throw new CannotEncrypt()
  }
  onEncrypted?.()
  const copied = using(copy, copyKey, (database) => {
    const found = database.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok') throw new UnreadableLedger(String(found))
    return countRows(database)
  })
  syncFile(copy)
  return { original, copied }
}

/** Opens a database for one piece of work. */
export function using<T>(file: string, key: CipherKey, work: (database: SqliteDatabase.Database) => T): T {
  const database = new SqliteDatabase(file, { fileMustExist: true })
  try {
    unlock(database, key)
    return work(database)
  } finally {
    database.close()
  }
}

/** Puts a ledger in the place of the one in use, which is set aside; a start that finds this unfinished goes on with it. */
export function replaceLedger(file: string, replacement: string): void {
  renameSync(replacement, successorOf(file))
  syncFolder(file)
  finishSuccession(file)
}

export function finishSuccession(file: string): void {
  if (!existsSync(successorOf(file))) return
  setAside(file, 'before-restore')
  renameSync(successorOf(file), file)
  syncFolder(file)
}

/** Moves what is in the log over to the file, and takes the log away: with the next file of this name it must not be mistaken for its own. */
function foldLog(file: string, key: CipherKey): void {
  using(file, key, (database) => {
    const mode = database.pragma('journal_mode = DELETE', { simple: true })
    if (mode !== 'delete') throw new UnreadableLedger(`The log stays in mode ${String(mode)}.`)
  })
}

/** Tables alone: indexes are made from them, and virtual tables keep theirs in tables too. */
function countRows(database: SqliteDatabase.Database): number {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`
    )
    .pluck()
    .all()
  return tables.reduce(
    (sum, name) => sum + (database.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0),
    0
  )
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A rename is on the disk once its folder is; Windows has no such thing as a folder's handle. */
function syncFolder(file: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(dirname(file), 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
