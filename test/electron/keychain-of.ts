import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SecretStore } from '../../src/main/core/ports.ts'
import { createKeychainOpener } from '../../src/main/secrets/open-keychain.ts'

/** The keyring that an app which ran in this folder keeps its secrets in. */
export async function keychainOf(userDataFolder: string): Promise<SecretStore> {
  const remembered: Record<string, unknown> = JSON.parse(
    readFileSync(join(userDataFolder, 'keychain.json'), 'utf8')
  )
  const opened = await createKeychainOpener({
    rememberedBackend: { read: () => remembered, write() {} },
    log: { info() {}, warn() {}, error() {} }
  })()
  if (!opened.ok) throw new Error('The keyring does not open.')
  return opened.store
}
