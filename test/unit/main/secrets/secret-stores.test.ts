import { describe, expect, it } from 'vitest'
import { InMemorySecretStore } from '../../../../src/main/secrets/in-memory-secret-store.ts'
import { keychainName, keychainService } from '../../../../src/main/secrets/keychain.ts'
import { KeytarSecretStore } from '../../../../src/main/secrets/keytar-secret-store.ts'
import { redactedSecretStore } from '../../../../src/main/secrets/redacted-secret-store.ts'
import { secretStoreContract } from '../../../fakes/secret-store-contract.ts'

/** keytar's own interface over a map. */
function fakeKeytar() {
  const entries = new Map<string, string>()
  const at = (service: string, account: string) => `${service}/${account}`
  return {
    entries,
    getPassword: (service: string, account: string) =>
      Promise.resolve(entries.get(at(service, account)) ?? null),
    setPassword: (service: string, account: string, password: string) =>
      Promise.resolve(void entries.set(at(service, account), password)),
    deletePassword: (service: string, account: string) =>
      Promise.resolve(entries.delete(at(service, account)))
  }
}

secretStoreContract('keytar', () => new KeytarSecretStore(fakeKeytar()))
secretStoreContract('memory', () => new InMemorySecretStore())

describe('a secret store', () => {
  it('keeps its entries under the name of the app', async () => {
    const keytar = fakeKeytar()
    await new KeytarSecretStore(keytar).write('user-key', 'value')
    expect([...keytar.entries]).toEqual([[`${keychainService}/user-key`, 'value']])
  })

  it('is called what its people call it', () => {
    expect(keychainName('darwin')).toBe('macOS Keychain')
    expect(keychainName('win32')).toBe('Windows Credential Manager')
    expect(keychainName('linux')).toBe('Secret Service keyring')
  })
})

describe('redactedSecretStore', () => {
  it('makes known what is written and what is read', async () => {
    const inner = new InMemorySecretStore()
    await inner.write('kept', 'from an earlier run')
    const known: string[] = []
    const store = redactedSecretStore(inner, { addSecret: (value) => known.push(value) })
    await store.write('key', 'new')
    await store.read('kept')
    await store.read('missing')
    expect(known).toEqual(['new', 'from an earlier run'])
  })
})
