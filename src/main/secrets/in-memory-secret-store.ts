import type { SecretStore } from '../core/ports.ts'
import { assertSecret } from './assert-secret.ts'

/** Keeps secrets until the app ends: what is left where no keychain works, since a file is never an answer. */
export class InMemorySecretStore implements SecretStore {
  readonly name = 'memory, for this run only'
  readonly isPersistent = false
  readonly #values = new Map<string, string>()

  read(name: string): Promise<string | null> {
    return Promise.resolve(this.#values.get(name) ?? null)
  }

  async write(name: string, value: string): Promise<void> {
    assertSecret(value)
    this.#values.set(name, value)
  }

  remove(name: string): Promise<void> {
    this.#values.delete(name)
    return Promise.resolve()
  }
}
