import { randomBytes } from 'node:crypto'
import type { SecretStore } from './core/ports.ts'

const secretName = 'ledger-key'
/** While the ledger is changed from one key to the next, both are kept: it opens with the one or the other. */
const nextSecretName = 'ledger-key-next'

const newKey = (): string => randomBytes(32).toString('hex')

export interface LedgerKeys {
  /** 64 hexadecimal digits, made at the first start and kept beside the API keys. */
  readonly current: string
  /** Set where an earlier run began to change the key, and did not come to its end. */
  readonly next: string | null
  /** Whether there was none. */
  readonly isNew: boolean
}

export async function readLedgerKeys(secrets: SecretStore): Promise<LedgerKeys> {
  const kept = await secrets.read(secretName)
  const next = await secrets.read(nextSecretName)
  if (kept !== null) return { current: kept, next, isNew: false }
  const current = newKey()
  await secrets.write(secretName, current)
  return { current, next, isNew: true }
}

/** Makes the key to change to; it is in the keychain before anything is encrypted with it. */
export async function makeNextLedgerKey(secrets: SecretStore): Promise<string> {
  const next = newKey()
  await secrets.write(nextSecretName, next)
  if ((await secrets.read(nextSecretName)) !== next) throw new Error('The keychain did not keep the new key')
  return next
}

/** The ledger has the next key: it is the only one from now on. */
export async function useNextLedgerKey(secrets: SecretStore, next: string): Promise<void> {
  await secrets.write(secretName, next)
  await secrets.remove(nextSecretName)
}

/** The ledger has the key of before still. */
export const dropNextLedgerKey = (secrets: SecretStore): Promise<void> => secrets.remove(nextSecretName)
