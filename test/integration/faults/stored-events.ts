import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { expect, vi } from 'vitest'
import { openTestLedger } from '../../fakes/test-ledger.ts'

/** Opens a ledger's file beside the ledger. */
export function openFile(file: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(file)
  database.pragma("cipher = 'sqlcipher'")
  database.pragma(`key = "x'${'ab'.repeat(32)}'"`)
  return database
}

/** The ids of the calls that the events in a file tell of, once for each event that was not deleted. */
export const idsIn = (database: SqliteDatabase.Database): readonly string[] =>
  database
    .prepare<[], string>("SELECT raw ->> '$.metadata.call_id' FROM events WHERE raw <> ''")
    .pluck()
    .all()

/** Opens the ledger as the app does, until nothing waits in it, and then looks whether the file is whole; answers whose calls
 * its events tell, all of which have to be shown. */
export async function readBack(file: string): Promise<readonly string[]> {
  const ledger = await openTestLedger({ file })
  expect(ledger.recovered.get()).toBeNull()
  const database = openFile(file)
  const waiting = database.prepare(
    'SELECT (SELECT count(*) FROM backlog) + count(cursor_seq) FROM projections'
  )
  await vi.waitFor(() => expect(waiting.pluck().get()).toBe(0), { timeout: 30_000, interval: 20 })
  await ledger.close()
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  const ids = idsIn(database)
  const shown = database.prepare<[], string>('SELECT voice360_id FROM call_ids').pluck().all()
  expect(new Set(shown)).toEqual(new Set(ids))
  database.close()
  return ids
}
