import { randomBytes } from 'node:crypto'
import type { SecretStore } from './core/ports.ts'

const secretName = 'ledger-key'

/** The ledger's encryption key, 64 hexadecimal digits, made at the first start and kept beside the API keys. */
export async function readLedgerKey(secrets: SecretStore): Promise<string> {
  const kept = await secrets.read(secretName)
  if (kept !== null) return kept
  const key = randomBytes(32).toString('hex')
  await secrets.write(secretName, key)
  return key
}
