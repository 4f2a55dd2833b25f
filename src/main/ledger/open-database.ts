// oxlint-disable-next-line typescript/triple-slash-reference -- nothing imports it, and other projects reach this file too
/// <reference path="./sqlite.d.ts" />
import { existsSync, renameSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { migrate, migrations, versionOf } from './migrations.ts'
import { isUnreadable, UnreadableLedger } from './storage-errors.ts'

export type Database = SqliteDatabase.Database

export interface OpenedDatabase {
  readonly database: Database
  /** The new name of what was there and could not be read: it is kept, and a new ledger begun. */
  readonly setAsideAs: string | null
}

/** Opens the ledger's database, encrypted with a raw key of 64 hexadecimal digits; `file` null keeps it in memory. */
export function openDatabase(file: string | null, encryptionKey: string): OpenedDatabase {
  if (file === null) return { database: prepared(new SqliteDatabase(':memory:')), setAsideAs: null }
  try {
    return { database: openEncrypted(file, encryptionKey), setAsideAs: null }
  } catch (error) {
    if (!isUnreadable(error)) throw error
    const setAsideAs = setAside(file)
    return { database: openEncrypted(file, encryptionKey), setAsideAs }
  }
}

function openEncrypted(file: string, encryptionKey: string): Database {
  const database = new SqliteDatabase(file)
  try {
    database.pragma(`cipher = 'sqlcipher'`)
    database.pragma(`key = "x'${encryptionKey}'"`)
    assertReadable(database)
    return prepared(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function assertReadable(database: Database): void {
  const version = versionOf(database)
  if (version > migrations.length) throw new UnreadableLedger(`Version ${version} is newer than this app.`)
  const check = database.pragma('quick_check(1)', { simple: true })
  if (check !== 'ok') throw new UnreadableLedger(String(check))
}

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

/** Renames a database with its log, without which it would lack what was last written. Nothing is overwritten. */
function setAside(file: string): string {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const setAsideAs = `${file}.unreadable-${stamp}`
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(file + part)) renameSync(file + part, setAsideAs + part)
  }
  return setAsideAs
}
