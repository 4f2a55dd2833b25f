import { describe, expect, test } from 'vitest'
import type { Restart } from '../../../../../src/main/core/application.ts'
import type { KeychainTrouble, SecretPlaces, SecretStore, Vault } from '../../../../../src/main/core/ports.ts'
import { createStartService } from '../../../../../src/main/core/start/index.ts'
import { InMemorySecretStore } from '../../../../../src/main/secrets/in-memory-secret-store.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const passphrase = 'seven green bottles'

type Asked = Awaited<ReturnType<SecretPlaces['openKeychain']>>
const trouble = (reason: KeychainTrouble, settled: Promise<void> | null = null): Asked => ({
  ok: false,
  reason,
  settled
})

/** A vault that is sealed by `sealedBy`; null where there is none yet. */
function scriptedVault(sealedBy: string | null) {
  const store = new InMemorySecretStore()
  let seal = sealedBy
  let isDamaged = false
  const vault: Vault = {
    exists: () => seal !== null,
    open: (given) => {
      if (isDamaged) {
        seal = null
        isDamaged = false
        return Promise.resolve({ kind: 'damaged', setAsideAs: 'secrets.vault.damaged-7' })
      }
      seal ??= given
      return Promise.resolve(given === seal ? { kind: 'opened', store } : { kind: 'wrong-passphrase' })
    },
    changePassphrase: (given, next) => {
      if (given !== seal) return Promise.resolve(false)
      seal = next
      return Promise.resolve(true)
    },
    async moveTo(to) {
      await to.write('moved', 'yes')
      seal = null
    }
  }
  return {
    ...vault,
    store,
    damage: () => {
      isDamaged = true
    }
  }
}

function setUp({
  keychain = [] as readonly Asked[],
  sealedBy = null as string | null,
  preference = 'auto' as const
}) {
  const vault = scriptedVault(sealedBy)
  const answers = [...keychain]
  const memory = new InMemorySecretStore()
  const start = createStartService({
    places: {
      preference,
      keychainName: 'keyring',
      openKeychain: () => Promise.resolve(answers.shift() ?? trouble('no-keychain')),
      vault,
      openMemory: () => memory
    },
    log: createRecordingLog(),
    t: textByKey
  })
  let settled: SecretStore | null = null
  const settle = async () => {
    settled = await start.openSecrets()
  }
  const open = async () => {
    void settle()
    await new Promise(setImmediate)
    return start.current.get()
  }
  return { start, vault, memory, open, settled: () => settled }
}

describe('the start', () => {
  test('goes on by itself where the keychain works', async () => {
    const store = new InMemorySecretStore()
    const { start, open, settled } = setUp({ keychain: [{ ok: true, store }] })
    expect(await open()).toEqual({ stage: 'opening' })
    expect(settled()).toBe(store)
    expect(start.describe().place).toBe('keychain')
  })

  test.each(['no-keychain', 'keychain-locked', 'keychain-denied', 'keychain-slow'] as const)(
    'waits and says why: %s; memory is never taken without being asked for',
    async (reason) => {
      const { open, settled } = setUp({ keychain: [trouble(reason)] })
      expect(await open()).toEqual({ stage: 'waiting', reason, keychain: 'keyring', hasVault: false })
      expect(settled()).toBeNull()
    }
  )

  test('goes on once the keychain is unlocked, without another word', async () => {
    const unlocked = Promise.withResolvers<void>()
    const store = new InMemorySecretStore()
    const { open, settled } = setUp({
      keychain: [trouble('keychain-locked', unlocked.promise), { ok: true, store }]
    })
    expect(await open()).toMatchObject({ stage: 'waiting' })
    unlocked.resolve()
    await new Promise(setImmediate)
    expect(settled()).toBe(store)
  })

  test('stays with what its user chose, also where the keychain is unlocked later', async () => {
    const unlocked = Promise.withResolvers<void>()
    const { start, memory, open, settled } = setUp({
      keychain: [trouble('keychain-locked', unlocked.promise), { ok: true, store: new InMemorySecretStore() }]
    })
    await open()
    start.useMemory()
    unlocked.resolve()
    await new Promise(setImmediate)
    expect(settled()).toBe(memory)
    expect(start.describe()).toEqual({ place: 'memory', keychain: 'keyring', canChooseAgain: true })
  })

  test('takes no short passphrase for a new vault, and any for the one that there is', async () => {
    const { start, open, vault, settled } = setUp({})
    await open()
    expect(await start.usePassphrase('short')).toMatchObject({ ok: false, failure: { code: 'too-short' } })
    expect(vault.exists()).toBe(false)
    expect(await start.usePassphrase(passphrase)).toMatchObject({ ok: true })
    await new Promise(setImmediate)
    expect(settled()).toBe(vault.store)
  })

  test('asks for the passphrase where there is a vault; a wrong one opens nothing', async () => {
    const { start, open, vault, settled } = setUp({ sealedBy: 'abc' })
    expect(await open()).toMatchObject({ reason: 'passphrase', hasVault: true })
    expect(await start.usePassphrase('abd')).toMatchObject({ failure: { code: 'wrong-passphrase' } })
    await new Promise(setImmediate)
    expect(settled()).toBeNull()
    await start.usePassphrase('abc')
    await new Promise(setImmediate)
    expect(settled()).toBe(vault.store)
  })

  test('says that a damaged vault was set aside, and lets its user choose again', async () => {
    const { start, open, vault } = setUp({ sealedBy: 'abc' })
    vault.damage()
    await open()
    expect(await start.usePassphrase('abc')).toMatchObject({
      failure: { code: 'vault-damaged', message: expect.stringContaining('secrets.vault.damaged-7') }
    })
    expect(start.current.get()).toMatchObject({ reason: 'vault-damaged', hasVault: false })
  })

  test('answers nothing of this once it is settled', async () => {
    const store = new InMemorySecretStore()
    const { start, open, vault, settled } = setUp({ keychain: [{ ok: true, store }] })
    await open()
    start.useMemory()
    await start.tryKeychain()
    expect(await start.usePassphrase(passphrase)).toMatchObject({ failure: { code: 'not-waiting' } })
    expect(vault.exists()).toBe(false)
    expect(settled()).toBe(store)
    expect(start.current.get()).toEqual({ stage: 'opening' })
  })

  test('asks nobody twice: another run of the application gets the same store', async () => {
    const { start, open, memory } = setUp({})
    await open()
    start.useMemory()
    expect(await start.openSecrets()).toBe(memory)
    start.forgetChoice()
    expect(await open()).toMatchObject({ stage: 'waiting' })
  })
})

describe('a vault in use', () => {
  const inVault = async (keychain: readonly Asked[]) => {
    const set = setUp({ sealedBy: passphrase, keychain })
    await set.open()
    await set.start.usePassphrase(passphrase)
    return set
  }

  test('moves to the keychain while nothing runs; what is opened next is the keychain', async () => {
    const store = new InMemorySecretStore()
    const { start, vault } = await inVault([{ ok: true, store }])
    let isRunning = true
    const moved = await start.moveToKeychain(async (meanwhile) => {
      isRunning = false
      await meanwhile?.()
      isRunning = true
    })
    expect(moved).toMatchObject({ ok: true })
    expect(isRunning).toBe(true)
    expect(vault.exists()).toBe(false)
    expect(await start.openSecrets()).toBe(store)
    expect(start.describe().place).toBe('keychain')
  })

  test('stays where the keychain does not answer, or does not take it', async () => {
    const refusing = new InMemorySecretStore()
    refusing.write = () => Promise.reject(new Error('full'))
    const { start, vault } = await inVault([trouble('keychain-locked'), { ok: true, store: refusing }])
    const restart: Restart = async (meanwhile) => meanwhile?.()
    expect(await start.moveToKeychain(restart)).toMatchObject({ failure: { code: 'keychain-locked' } })
    expect(await start.moveToKeychain(restart)).toMatchObject({ failure: { code: 'not-moved' } })
    expect(vault.exists()).toBe(true)
    expect(await start.openSecrets()).toBe(vault.store)
  })

  test('changes its passphrase for whoever knows it, to one that is long enough', async () => {
    const { start } = await inVault([])
    expect(await start.changePassphrase(passphrase, 'short')).toMatchObject({
      failure: { code: 'too-short' }
    })
    expect(await start.changePassphrase('guessed', 'another long one')).toMatchObject({
      failure: { code: 'wrong-passphrase' }
    })
    expect(await start.changePassphrase(passphrase, 'another long one')).toMatchObject({ ok: true })
  })
})
