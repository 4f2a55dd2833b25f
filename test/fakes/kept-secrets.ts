import type { SecretStore } from '../../src/main/core/ports.ts'
import { InMemorySecretStore } from '../../src/main/secrets/in-memory-secret-store.ts'

/** A keychain that works, as far as anyone can tell, for as long as the test runs. */
export const keptSecrets = (): SecretStore => Object.assign(new InMemorySecretStore(), { isPersistent: true })
