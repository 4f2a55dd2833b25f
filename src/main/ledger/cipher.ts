// oxlint-disable-next-line typescript/triple-slash-reference -- nothing imports it, and other projects reach this file too
/// <reference path="./sqlite.d.ts" />
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'

/** What a database is encrypted with; a raw key has 64 hexadecimal digits, null is no encryption. */
export type CipherKey = { readonly raw: string } | { readonly passphrase: string } | null

const plainHeader = 'SQLite format 3\0'

/** Whether the file is a database that everyone can read. */
export function isPlain(file: string): boolean {
  if (!existsSync(file)) return false
  const handle = openSync(file, 'r')
  try {
    const header = Buffer.alloc(plainHeader.length)
    readSync(handle, header, 0, header.length, 0)
    return header.toString('latin1') === plainHeader
  } finally {
    closeSync(handle)
  }
}

/** Whether the SQLite that this process has can encrypt at all: one without the cipher takes the same statements and does nothing. */
export function canEncrypt(): boolean {
  const database = new SqliteDatabase(':memory:')
  try {
    chooseCipher(database, null)
    return database.pragma('cipher', { simple: true }) === 'sqlcipher'
  } finally {
    database.close()
  }
}

/**
 * Opens a database that is there. Whether the key is its own shows with the first page that is read. What SQLite would put into
 * temporary files stays in memory: those are not encrypted.
 */
export function unlock(database: SqliteDatabase.Database, key: CipherKey): void {
  database.pragma('temp_store = MEMORY')
  if (key === null) return
  chooseCipher(database, key)
  database.pragma(`key = ${literalOf(key)}`)
}

/** Encrypts every page with another key. A crash in between leaves a mixture: it is for copies only. */
export function rekey(database: SqliteDatabase.Database, key: CipherKey): void {
  chooseCipher(database, key)
  database.pragma(`rekey = ${key === null ? "''" : literalOf(key)}`)
}

/**
 * The scheme of SQLCipher 4: AES-256-CBC in pages of 4 KiB, each with its own IV and an HMAC-SHA512; of a passphrase the key is made by
 * PBKDF2-HMAC-SHA512, 256,000 times, with the salt in the file's first 16 bytes. What has a passphrase leaves this app, and is in
 * SQLCipher's own format; the ledger is in SQLite3 Multiple Ciphers' variant, which leaves the page size (bytes 16 to 23) readable.
 * https://utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_sqlcipher/
 */
function chooseCipher(database: SqliteDatabase.Database, key: CipherKey): void {
  database.pragma(`cipher = 'sqlcipher'`)
  database.pragma(`legacy = ${key !== null && 'passphrase' in key ? 4 : 0}`)
}

const literalOf = (key: Exclude<CipherKey, null>): string =>
  'raw' in key ? `"x'${key.raw}'"` : `'${key.passphrase.replaceAll("'", "''")}'`
