// oxlint-disable-next-line typescript/triple-slash-reference -- nothing imports it, and other projects reach this file too
/// <reference path="./sqlite.d.ts" />
import { statSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { type CipherKey, isPlain, unlock } from './cipher.ts'
import { migrate, migrations, versionOf } from './migrations.ts'
import { UnreadableLedger } from './storage-errors.ts'

export type Database = SqliteDatabase.Database

/**
 * Opens the ledger's database, encrypted with a raw key of 64 hexadecimal digits; `file` null keeps it in memory. A large one opens as fast as
 * a small one: its pages are authenticated one by one, when they are read, and not all of them now. Throws where it is unreadable.
 */
export function openDatabase(file: string | null, encryptionKey: string): Database {
  if (file === null) return prepared(new SqliteDatabase(':memory:'))
  if (isCutOff(file)) throw new UnreadableLedger('It was cut off.')
  const key = keyOf(file, encryptionKey)
  const database = new SqliteDatabase(file, { timeout: mostBusyMs })
  try {
    unlock(database, key)
    const version = versionOf(database)
    if (version > migrations.length) throw new UnreadableLedger(`Version ${version} is newer than this app.`)
    return prepared(database)
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens one that is damaged, or cannot be read at all, to look what can be read of it. It is not written to, unless it
 * is cut off. */
export function openDamaged(file: string, encryptionKey: string): Database {
  const key = keyOf(file, encryptionKey)
  const database = new SqliteDatabase(file, { readonly: true, timeout: mostBusyMs })
  unlock(database, key)
  return database
}

/** A ledger that could not be encrypted yet has no key, nor has any where this process's SQLite has no cipher. */
export const keyOf = (file: string, encryptionKey: string): CipherKey =>
  isPlain(file) ? null : { raw: encryptionKey }

/** How long another program that writes to the file is waited for, by all who wait for the worker: a sender of webhooks too. */
const mostBusyMs = 2_000

/** Whether even the salt is missing, which a file begins with: SQLite would take it for a new one, and delete its log. */
export function isCutOff(file: string): boolean {
  const size = sizeOf(file)
  return size < saltBytes && (size > 0 || sizeOf(`${file}-wal`) > 0)
}

const saltBytes = 16
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** The settings and schema that the statements count on. */
function prepared(database: Database): Database {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  setCheckpointing(database, 'usual')
  database.pragma('foreign_keys = ON')
  // A page from the disk is decrypted each time it is read.
  database.pragma('cache_size = -16000')
  migrate(database)
  return database
}

/** In pages of 4 KiB: those that change again and again reach the database file once in a while only. */
const pagesInLog = { usual: 4_000, later: 40_000 }

/** When the log goes over to the database file: with the commit that makes it so long. In a burst it is to be a later one. */
export const setCheckpointing = (database: Database, when: keyof typeof pagesInLog): void =>
  void database.pragma(`wal_autocheckpoint = ${pagesInLog[when]}`)

/** Brings the log over now, as far as nobody reads it: after a burst, rather than with the next event that has to be answered. */
export const checkpoint = (database: Database): void => void database.pragma('wal_checkpoint(PASSIVE)')
