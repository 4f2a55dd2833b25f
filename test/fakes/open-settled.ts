import { openDatabase } from '../../src/main/ledger/open-database.ts'
import { isProtected, settleFile } from '../../src/main/ledger/settle-file.ts'

/** Opens a ledger's database as its worker does. */
export function openSettled(file: string, encryptionKey: string, nextKey: string | null = null) {
  const { key, hasNextKey } = settleFile({ file, encryptionKey, nextKey })
  const database = openDatabase(file, key)
  return { database, hasNextKey, isEncrypted: isProtected(file) }
}
