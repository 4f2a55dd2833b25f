import type keytarModule from 'keytar'
import type { SecretStore } from '../core/ports.ts'
import { assertSecret } from './assert-secret.ts'
import { keychainName, keychainService } from './keychain.ts'

type Keytar = Pick<typeof keytarModule, 'getPassword' | 'setPassword' | 'deletePassword'>

/** The system's keychain through keytar. */
export class KeytarSecretStore implements SecretStore {
  readonly name = keychainName(process.platform)
  readonly isPersistent = true
  readonly #keytar: Keytar

  constructor(keytar: Keytar) {
    this.#keytar = keytar
  }

  read(name: string): Promise<string | null> {
    return this.#keytar.getPassword(keychainService, name)
  }

  async write(name: string, value: string): Promise<void> {
    assertSecret(value)
    await this.#keytar.setPassword(keychainService, name, value)
  }

  async remove(name: string): Promise<void> {
    await this.#keytar.deletePassword(keychainService, name)
  }
}

/** Rejects where keytar is not installed or was not built. */
export async function openKeytarSecretStore(): Promise<SecretStore> {
  const { default: keytar } = await import('keytar')
  return new KeytarSecretStore(keytar)
}
