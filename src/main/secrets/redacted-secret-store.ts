import type { SecretStore } from '../core/ports.ts'

/** The same store, whose values are made known to the log's redactor whenever they pass by. */
export const redactedSecretStore = (
  store: SecretStore,
  redactor: { addSecret(value: string): void }
): SecretStore => ({
  name: store.name,
  isPersistent: store.isPersistent,
  async read(name) {
    const value = await store.read(name)
    if (value !== null) redactor.addSecret(value)
    return value
  },
  write(name, value) {
    redactor.addSecret(value)
    return store.write(name, value)
  },
  remove: (name) => store.remove(name)
})
