import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { SecretStore } from './core/ports.ts'

const newKey = (): string => randomBytes(32).toString('hex')

export interface LedgerKeys {
  /** 64 hexadecimal digits, made at the first start and kept beside the API keys. */
  readonly current: string
  /** Set where an earlier run began to change the key, and did not come to its end. */
  readonly next: string | null
  /** Whether there was none. */
  readonly isNew: boolean
}

/** The keys of one ledger in the keychain; those of `ledger-62.db` are named `ledger-key-62` and `ledger-key-62-next`. */
export function createLedgerKeys(secrets: SecretStore, file: string) {
  const name = basename(file, '.db').replace('ledger', 'ledger-key')
  /** While the ledger is changed from one key to the next, both are kept: it opens with the one or the other. */
  const nextName = `${name}-next`
  return {
    async read(): Promise<LedgerKeys> {
      const kept = await secrets.read(name)
      const next = await secrets.read(nextName)
      if (kept !== null) return { current: kept, next, isNew: false }
      const current = newKey()
      await secrets.write(name, current)
      return { current, next, isNew: true }
    },

    /** Makes the key to change to; it is in the keychain before anything is encrypted with it. */
    async makeNext(): Promise<string> {
      const next = newKey()
      await secrets.write(nextName, next)
      if ((await secrets.read(nextName)) !== next) throw new Error('The keychain did not keep the new key')
      return next
    },

    /** The ledger has the next key: it is the only one from now on. */
    async useNext(next: string): Promise<void> {
      await secrets.write(name, next)
      await secrets.remove(nextName)
    },

    /** The ledger has the key of before still. */
    dropNext: (): Promise<void> => secrets.remove(nextName)
  }
}
