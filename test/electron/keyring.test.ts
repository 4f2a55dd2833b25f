import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeytarSecretStore } from '../../src/main/secrets/keytar-secret-store.ts'
import {
  NapiKeyringSecretStore,
  openNapiKeyringSecretStore
} from '../../src/main/secrets/napi-keyring-secret-store.ts'
import { secretStoreContract } from '../fakes/secret-store-contract.ts'
import { desktopKeyring } from './keyring/desktop-keyring.ts'

// In the keyring of the session that the tests run in.
secretStoreContract('keytar with GNOME keyring', openKeytarSecretStore)
secretStoreContract('@napi-rs/keyring with GNOME keyring', openNapiKeyringSecretStore)

describe('@napi-rs/keyring', () => {
  it('is never left to choose another place than the Secret Service', async () => {
    const asked: unknown[] = []
    class Entry {
      constructor(...words: readonly unknown[]) {
        asked.push(words)
      }
      getPassword = () => Promise.resolve(undefined)
      setPassword = () => Promise.resolve()
      deleteCredential = () => Promise.resolve(true)
      deletePassword = () => Promise.resolve(true)
      getSecret = () => Promise.resolve(undefined)
      setSecret = () => Promise.resolve()
    }
    // The parts of it that are used; its class says no more of itself.
    const store = new NapiKeyringSecretStore(Entry as never)
    await store.write('name', 'value')
    await store.read('name')
    await store.remove('name')
    const words = ['voice360-companion', 'name', { linux: { store: 'secret-service' } }]
    expect(asked).toEqual([words, words, words])
  })
})

describe.each(['keytar', 'napi-keyring'])('opening a real keyring through %s', (backend) => {
  const keyring = desktopKeyring()
  beforeAll(async () => {
    // From then on there is a keyring that can be locked.
    expect(await keyring.runScript('unlocked', 'open-keychain-there.ts', backend)).toMatchObject({
      reason: null
    })
  })
  afterAll(keyring.remove)

  it.each([
    ['locked', 'keychain-locked'],
    ['locked-unseen', 'keychain-denied'],
    ['no-provider', 'no-keychain'],
    ['no-bus', 'no-keychain']
  ] as const)('%s is told as %s, within 5 s', async (state, reason) => {
    const answer = await keyring.runScript(state, 'open-keychain-there.ts', backend)
    expect(answer).toMatchObject({ reason })
    expect(answer).toHaveProperty(
      'tookMs',
      expect.toSatisfy((tookMs: number) => tookMs < 5_000)
    )
  })

  it('does not take a secret for removed while the keyring is locked', async () => {
    const answer = await keyring.runScript('unlocked', 'remove-while-locked-there.ts', backend)
    expect(answer).toEqual({ outcome: 'rejected' })
  })
})
