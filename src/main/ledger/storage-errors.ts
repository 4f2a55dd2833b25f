/** The database was read, and something in it is not as SQLite left it, or was left by a newer version of the app. */
export class UnreadableLedger extends Error {
  override readonly name = 'UnreadableLedger'
}

/** This process's SQLite has no cipher: what was asked for is not written in the clear instead. */
export class CannotEncrypt extends Error {
  override readonly name = 'CannotEncrypt'
}

/** It can be read, and is something else. */
export class NotABackup extends Error {
  override readonly name = 'NotABackup'
}

/** It was made by a newer version of the app. */
export class NewerBackup extends Error {
  override readonly name = 'NewerBackup'
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Whether this database cannot be read with this key, now or later: damaged, of another key, or not a database. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof UnreadableLedger || /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))

/** Whether nothing is wrong with what was asked, only with storing it: it ends the transaction, and trying again may help. */
export const isStorageFailure = (error: unknown): boolean =>
  /^SQLITE_(FULL|BUSY|LOCKED|IOERR|NOMEM|READONLY|CANTOPEN|PROTOCOL|CORRUPT|NOTADB)/.test(codeOf(error))

/** Where our own code failed, for the log: nothing else tells that from here. */
export const faultOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
