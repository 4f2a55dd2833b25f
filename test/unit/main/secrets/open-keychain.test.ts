import { describe, expect, it } from 'vitest'
import type { SecretStore } from '../../../../src/main/core/ports.ts'
import { InMemorySecretStore } from '../../../../src/main/secrets/in-memory-secret-store.ts'
import { createKeychainOpener, type KeychainBackend } from '../../../../src/main/secrets/open-keychain.ts'
import { InMemoryDocumentStore } from '../../../fakes/in-memory-document-store.ts'
import { createRecordingLog } from '../../../fakes/recording-log.ts'

const never = () => new Promise<never>(() => undefined)
const rejecting = (message: string) => () => Promise.reject(new Error(message))

/** A keychain over a map that outlives it, but for what `broken` says. */
function keychain(id: string, broken: Partial<SecretStore> = {}, kept = new InMemorySecretStore()) {
  let openedCount = 0
  const backend: KeychainBackend = {
    id,
    open: () => {
      openedCount += 1
      return Promise.resolve({
        name: id,
        isPersistent: true,
        read: (name) => kept.read(name),
        write: (name, value) => kept.write(name, value),
        remove: (name) => kept.remove(name),
        ...broken
      })
    }
  }
  return { ...backend, kept, openedCount: () => openedCount }
}

const missing = (id: string): KeychainBackend => ({ id, open: rejecting(`Cannot find module '${id}'`) })

function opening(backends: readonly KeychainBackend[], document = new InMemoryDocumentStore()) {
  const log = createRecordingLog()
  const open = createKeychainOpener({ rememberedBackend: document, log, backends, limitMs: 20 })
  return { open, document, log }
}

async function opened(backends: readonly KeychainBackend[], document?: InMemoryDocumentStore) {
  const { open } = opening(backends, document)
  const answer = await open()
  if (!answer.ok) throw new Error(answer.reason)
  return answer.store
}

describe('opening the keychain', () => {
  it('takes the first that works and remembers it, with the names of what it holds', async () => {
    const { open, document } = opening([keychain('first'), keychain('second')])
    const answer = await open()
    expect(answer).toMatchObject({ ok: true, store: { name: 'first', isPersistent: true } })
    if (answer.ok) await answer.store.write('api-key', 'sécret')
    expect(document.read()).toEqual({ backend: 'first', names: { first: ['api-key'] } })
    if (answer.ok) await answer.store.remove('api-key')
    expect(document.read()).toEqual({ backend: 'first', names: { first: [] } })
  })

  it('leaves nothing of its trial behind', async () => {
    const first = keychain('first')
    await opened([first])
    await expect(first.kept.read('probe')).resolves.toBeNull()
  })

  it.each([
    ['is not installed', missing('first')],
    [
      'has no service behind it',
      keychain('first', { read: rejecting('not provided by any .service files') })
    ],
    ['forgets what it was told', keychain('first', { read: () => Promise.resolve(null) })]
  ])('passes over one that %s', async (_what, broken) => {
    expect((await opened([broken, keychain('second')])).name).toBe('second')
  })

  it.each([
    ['keychain-locked', 'finds nothing at once but takes no secret', { write: never }],
    ['keychain-slow', 'does not even find nothing', { read: never }],
    [
      'keychain-denied',
      'was kept shut',
      { write: rejecting('Cannot create an item in a locked collection') }
    ],
    [
      'keychain-locked',
      'gave up waiting by itself',
      { write: rejecting('DBus error: Did not receive a reply.') }
    ]
  ] as const)('%s: it %s; no other is taken instead', async (reason, _what, broken) => {
    const document = new InMemoryDocumentStore({ backend: 'first' })
    const { open } = opening([keychain('first', broken), keychain('second')], document)
    expect(await open()).toMatchObject({ ok: false, reason })
    expect(document.read()).toEqual({ backend: 'first' })
  })

  it('no keychain, where none is installed', async () => {
    const { open } = opening([missing('first'), missing('second')])
    expect(await open()).toEqual({ ok: false, reason: 'no-keychain', settled: null })
  })

  it('asks a keychain that waits for its user no second time, and tells when it has answered', async () => {
    const unlocked = Promise.withResolvers<void>()
    const kept = new InMemorySecretStore()
    const write = (name: string, value: string) => unlocked.promise.then(() => kept.write(name, value))
    const first = keychain('first', { write }, kept)
    const { open } = opening([first])
    const answers = [await open(), await open()]
    expect(answers).toMatchObject([{ reason: 'keychain-locked' }, { reason: 'keychain-locked' }])
    expect(first.openedCount()).toBe(1)
    unlocked.resolve()
    for (const answer of answers) if (!answer.ok) await answer.settled
    expect(await open()).toMatchObject({ ok: true })
  })

  it('rejects, rather than finding nothing, once it was locked again', async () => {
    let isLocked = false
    const kept = new InMemorySecretStore()
    const first = keychain(
      'first',
      {
        read: (name) => (isLocked ? Promise.resolve(null) : kept.read(name)),
        write: (name, value) =>
          isLocked ? rejecting('unlock prompt was dismissed')() : kept.write(name, value)
      },
      kept
    )
    const store = await opened([first])
    await store.write('ledger-key', 'abc')
    isLocked = true
    await expect(store.read('ledger-key')).rejects.toThrow('dismissed')
    await expect(store.read('never-written')).resolves.toBeNull()
    isLocked = false
    await kept.remove('ledger-key')
    await expect(store.read('ledger-key')).resolves.toBeNull()
  })

  it('rejects, rather than removing nothing, once it was locked again', async () => {
    let isLocked = false
    const kept = new InMemorySecretStore()
    const first = keychain(
      'first',
      {
        write: (name, value) =>
          isLocked ? rejecting('unlock prompt was dismissed')() : kept.write(name, value),
        remove: (name) => (isLocked ? Promise.resolve() : kept.remove(name))
      },
      kept
    )
    const store = await opened([first])
    await store.write('api-key', 'v360')
    isLocked = true
    await expect(store.remove('api-key')).rejects.toThrow('dismissed')
    await expect(store.remove('never-written')).resolves.toBeUndefined()
    isLocked = false
    await store.remove('api-key')
    await expect(kept.read('api-key')).resolves.toBeNull()
  })
})

const secrets = { 'api-key': 'v360', 'ledger-key': 'feed', 'webhook-token': 'beef' }
const names = Object.keys(secrets)

/** What `kept` holds of them. */
const held = async (kept: SecretStore) => {
  const entries = await Promise.all(names.map(async (name) => [name, await kept.read(name)] as const))
  return Object.fromEntries(entries.filter(([, value]) => value !== null))
}

/** As `second` left it when it was the only one installed. */
async function leftBySecond() {
  const second = keychain('second')
  const document = new InMemoryDocumentStore()
  const store = await opened([missing('first'), second], document)
  for (const [name, value] of Object.entries(secrets)) await store.write(name, value)
  return { second, document }
}

describe('moving between keychains', () => {
  it('reads, writes, verifies, and only then deletes', async () => {
    const { second, document } = await leftBySecond()
    const first = keychain('first')
    const store = await opened([first, second], document)
    expect(store.name).toBe('first')
    expect(await held(first.kept)).toEqual(secrets)
    expect(await held(second.kept)).toEqual({})
    expect(document.read()).toEqual({ backend: 'first', names: { first: names, second: [] } })
  })

  it('goes on after it broke off at any step, and at each of them one keychain holds all', async () => {
    let lastStep = 0
    for (let killedAt = 0; killedAt <= lastStep; killedAt += 1) {
      const { second, document } = await leftBySecond()
      const first = keychain('first')
      let step = 0
      let isKilled = false
      /** Nothing happens any more once the process is killed. */
      const killable =
        <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
        async (...args: A): Promise<T> => {
          if (isKilled) return never()
          if (step === killedAt) {
            isKilled = true
            return never()
          }
          step += 1
          return work(...args)
        }
      const dying = ({ id, open }: KeychainBackend): KeychainBackend => ({
        id,
        open: async () => {
          const store = await open()
          return {
            ...store,
            read: killable((name: string) => store.read(name)),
            write: killable((name: string, value: string) => store.write(name, value)),
            remove: killable((name: string) => store.remove(name))
          }
        }
      })
      const killed = Promise.withResolvers<'killed'>()
      const watch = setInterval(() => isKilled && killed.resolve('killed'), 1)
      await Promise.race([opening([dying(first), dying(second)], document).open(), killed.promise])
      clearInterval(watch)
      lastStep = isKilled ? killedAt + 1 : killedAt

      const { backend } = document.read()
      expect(await held(backend === 'first' ? first.kept : second.kept)).toEqual(secrets)
      const store = await opened([first, second], document)
      expect(await held(store)).toEqual(secrets)
      expect(await held(second.kept)).toEqual({})
    }
    expect(lastStep).toBeGreaterThan(names.length * 4)
  })

  it('deletes nothing that the other does not give back, and stays with the one that holds all', async () => {
    const { second, document } = await leftBySecond()
    const first = keychain('first')
    const forgetful: KeychainBackend = {
      id: 'first',
      open: async () => {
        const store = await first.open()
        return { ...store, read: async (name) => (name === 'ledger-key' ? 'other' : store.read(name)) }
      }
    }
    const store = await opened([forgetful, second], document)
    expect(store.name).toBe('second')
    expect(await held(second.kept)).toEqual(secrets)
    expect(document.read()).toMatchObject({ backend: 'second' })
  })

  it('says what cannot be reached, deletes nothing of it, and takes it up when it is back', async () => {
    const { second, document } = await leftBySecond()
    const first = keychain('first')
    const gone = opening([first, missing('second')], document)
    const answer = await gone.open()
    expect(answer).toMatchObject({ ok: true, store: { name: 'first' } })
    expect(gone.log.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', message: expect.stringContaining('cannot be reached') })
    )
    expect(await held(second.kept)).toEqual(secrets)
    if (answer.ok) await answer.store.write('api-key', 'entered again')

    const store = await opened([first, second], document)
    expect(await held(store)).toEqual({ ...secrets, 'api-key': 'entered again' })
    expect(await held(second.kept)).toEqual({})
  })
})
