import { describe, expect, it } from 'vitest'
import type { DocumentStore, Log, SecretStore } from '../../../../src/main/core/ports.ts'
import { InMemorySecretStore } from '../../../../src/main/secrets/in-memory-secret-store.ts'
import { openKeychain } from '../../../../src/main/secrets/open-keychain.ts'

const noLog: Log = { info() {}, warn() {}, error() {} }

/** A keychain that works, but for what `broken` says. */
function keychain(name: string, broken: Partial<SecretStore> = {}): SecretStore {
  const memory = new InMemorySecretStore()
  return {
    name,
    isPersistent: true,
    read: (secret) => memory.read(secret),
    write: (secret, value) => memory.write(secret, value),
    remove: (secret) => memory.remove(secret),
    ...broken
  }
}

const working = (id: string) => ({ id, open: () => Promise.resolve(keychain(id)) })
const missing = (id: string) => ({ id, open: () => Promise.reject(new Error(`Cannot find module '${id}'`)) })
const locked = (id: string) => ({
  id,
  open: () => Promise.resolve(keychain(id, { write: () => new Promise(() => {}) }))
})
const forgetful = (id: string) => ({
  id,
  open: () => Promise.resolve(keychain(id, { read: () => Promise.resolve(null) }))
})

function remembering(backend?: string) {
  let kept: Readonly<Record<string, unknown>> = backend === undefined ? {} : { backend }
  const document: DocumentStore = {
    read: () => kept,
    write(written) {
      kept = written
    }
  }
  return document
}

const choose = (
  backends: Parameters<typeof openKeychain>[0]['backends'] & object,
  rememberedBackend = remembering()
) => openKeychain({ rememberedBackend, log: noLog, backends, probeLimitMs: 20 })

describe('openKeychain', () => {
  it('takes the first keychain that works and remembers it', async () => {
    const remembered = remembering()
    const store = await choose([working('first'), working('second')], remembered)
    expect(store?.name).toBe('first')
    expect(store?.isPersistent).toBe(true)
    expect(remembered.read()).toEqual({ backend: 'first' })
  })

  it('prefers the one that wrote last, since the others do not see its entries', async () => {
    const store = await choose([working('first'), working('second')], remembering('second'))
    expect(store?.name).toBe('second')
  })

  it.each([
    ['is not installed', missing('first')],
    ['does not answer in time', locked('first')],
    ['forgets what it was told', forgetful('first')]
  ])('passes over one that %s', async (_what, broken) => {
    const remembered = remembering('first')
    expect((await choose([broken, working('second')], remembered))?.name).toBe('second')
    expect(remembered.read()).toEqual({ backend: 'second' })
  })

  it('finds none where none works, and remembers the one it had', async () => {
    const remembered = remembering('first')
    expect(await choose([missing('first'), locked('second')], remembered)).toBeNull()
    expect(remembered.read()).toEqual({ backend: 'first' })
  })

  it('leaves nothing of its trial behind', async () => {
    const store = await choose([working('first')])
    await expect(store?.read('probe')).resolves.toBeNull()
  })
})
