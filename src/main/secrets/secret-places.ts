import type { SecretPlaces } from '../core/ports.ts'
import { InMemorySecretStore } from './in-memory-secret-store.ts'
import { keychainName } from './keychain.ts'
import { type KeychainChoice, openKeychain } from './open-keychain.ts'

interface Places extends KeychainChoice {
  readonly preference: SecretPlaces['preference']
}

/** Where this machine can keep secrets. */
export const secretPlaces = ({ preference, ...choice }: Places): SecretPlaces => ({
  preference,
  keychainName: keychainName(process.platform),
  async openKeychain() {
    const store = await openKeychain(choice)
    return store ? { ok: true, store } : { ok: false, reason: 'no-keychain' }
  },
  vault: { exists: () => false, open: () => Promise.resolve(null) },
  openMemory: () => new InMemorySecretStore()
})
