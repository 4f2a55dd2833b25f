import type { AsyncEntry, EntryOptions } from '@napi-rs/keyring'
import type { SecretStore } from '../core/ports.ts'
import { assertSecret } from './assert-secret.ts'
import { keychainName, keychainService } from './keychain.ts'

type EntryConstructor = new (service: string, username: string, options?: EntryOptions) => AsyncEntry

// The kernel's keyring, its other choice on Linux, forgets at the next start of the machine.
const options: EntryOptions = { linux: { store: 'secret-service' } }

/**
 * The system's keychain through @napi-rs/keyring, which needs no build where keytar was not installed. It asks for one thing at a
 * time: each of its requests opens a session of its own, and of several at once GNOME keyring was seen to crash, locking what it holds.
 */
export class NapiKeyringSecretStore implements SecretStore {
  readonly name = keychainName(process.platform)
  readonly isPersistent = true
  readonly #Entry: EntryConstructor
  #last: Promise<unknown> = Promise.resolve()

  constructor(Entry: EntryConstructor) {
    this.#Entry = Entry
  }

  async read(name: string): Promise<string | null> {
    return (await this.#ask(name, (entry) => entry.getPassword())) ?? null
  }

  async write(name: string, value: string): Promise<void> {
    assertSecret(value)
    await this.#ask(name, (entry) => entry.setPassword(value))
  }

  async remove(name: string): Promise<void> {
    await this.#ask(name, (entry) => entry.deleteCredential())
  }

  #ask<T>(name: string, request: (entry: AsyncEntry) => Promise<T>): Promise<T> {
    const asked = this.#last.then(() => request(new this.#Entry(keychainService, name, options)))
    this.#last = asked.catch(() => undefined)
    return asked
  }
}

/** Rejects where @napi-rs/keyring is not installed. */
export async function openNapiKeyringSecretStore(): Promise<SecretStore> {
  const { AsyncEntry: Entry } = await import('@napi-rs/keyring')
  return new NapiKeyringSecretStore(Entry)
}
