import { join } from 'node:path'
import type { SecretPlaces } from '../core/ports.ts'
import { InMemorySecretStore } from './in-memory-secret-store.ts'
import { keychainName } from './keychain.ts'
import { createKeychainOpener, type KeychainChoice } from './open-keychain.ts'
import { createVault } from './vault.ts'

interface Places extends KeychainChoice {
  readonly preference: SecretPlaces['preference']
  readonly folder: string
  readonly onPassphrase: (passphrase: string) => void
}

/** Where this machine can keep secrets. */
export const secretPlaces = ({ preference, folder, onPassphrase, ...choice }: Places): SecretPlaces => ({
  preference,
  keychainName: keychainName(process.platform),
  openKeychain: createKeychainOpener(choice),
  vault: createVault({ file: join(folder, 'secrets.vault'), nowMs: Date.now, onPassphrase }),
  openMemory: () => new InMemorySecretStore()
})
