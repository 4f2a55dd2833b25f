import type { AsyncEntry, EntryOptions } from '@napi-rs/keyring'
import type { SecretStore } from '../core/ports.ts'
import { assertSecret } from './assert-secret.ts'
import { keychainName, keychainService } from './keychain.ts'

type EntryConstructor = new (service: string, username: string, options?: EntryOptions) => AsyncEntry

// The kernel's keyring, its other choice on Linux, forgets at the next start of the machine.
const options: EntryOptions = { linux: { store: 'secret-service' } }

/** The system's keychain through @napi-rs/keyring, which needs no build where keytar was not installed. */
export class NapiKeyringSecretStore implements SecretStore {
  readonly name = keychainName(process.platform)
  readonly isPersistent = true
  readonly #Entry: EntryConstructor

  constructor(Entry: EntryConstructor) {
    this.#Entry = Entry
  }

  async read(name: string): Promise<string | null> {
    return (await this.#entry(name).getPassword()) ?? null
  }

  async write(name: string, value: string): Promise<void> {
    assertSecret(value)
    await this.#entry(name).setPassword(value)
  }

  async remove(name: string): Promise<void> {
    await this.#entry(name).deleteCredential()
  }

  #entry(name: string): AsyncEntry {
    return new this.#Entry(keychainService, name, options)
  }
}

/** Rejects where @napi-rs/keyring is not installed. */
export async function openNapiKeyringSecretStore(): Promise<SecretStore> {
  const { AsyncEntry: Entry } = await import('@napi-rs/keyring')
  return new NapiKeyringSecretStore(Entry)
}
