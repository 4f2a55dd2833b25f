import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert as assertProperty, asyncProperty, nat } from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { SecretStore } from '../../../../src/main/core/ports.ts'
import { InMemorySecretStore } from '../../../../src/main/secrets/in-memory-secret-store.ts'
import { createVault } from '../../../../src/main/secrets/vault.ts'
import { vaultCost } from '../../../../src/main/secrets/vault-seal.ts'
import { secretStoreContract } from '../../../fakes/secret-store-contract.ts'

const passphrase = 'drei Füße tief im Wald'
const quick = { cost: 16, blockSize: 8, parallelization: 1 }

let file: string
let heard: string[]
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  file = join(folder, 'secrets.vault')
  heard = []
})

const vault = (cost = quick) =>
  createVault({ file, nowMs: () => 7, onPassphrase: (given) => heard.push(given), cost })

async function openedStore(given = passphrase): Promise<SecretStore> {
  const outcome = await vault().open(given)
  if (outcome.kind !== 'opened') throw new Error(outcome.kind)
  return outcome.store
}

secretStoreContract('a vault', () => openedStore())

describe('a vault', () => {
  it('opens again by its passphrase, however that is typed, and by no other', async () => {
    await (await openedStore()).write('api-key', 'v360_canary')
    expect(await (await openedStore(passphrase.normalize('NFD'))).read('api-key')).toBe('v360_canary')
    expect(await vault().open(`${passphrase}.`)).toEqual({ kind: 'wrong-passphrase' })
    expect(heard).toContain(`${passphrase}.`)
  })

  it('shows nothing of names, values or passphrase in its file', async () => {
    const store = await openedStore()
    await store.write('api-key', 'v360_canary')
    const first = readFileSync(file, 'utf8')
    for (const secret of ['v360_canary', 'api-key', passphrase, 'Wald']) expect(first).not.toContain(secret)
    await store.write('api-key', 'v360_canary')
    const [before, after] = [JSON.parse(first), JSON.parse(readFileSync(file, 'utf8'))]
    expect(after.nonce).not.toBe(before.nonce)
    expect(readdirSync(join(file, '..'))).toEqual(['secrets.vault'])
  })

  it('a file that was damaged anywhere is set aside, never written over, never opened as another', async () => {
    await (await openedStore()).write('api-key', 'v360_canary')
    const whole = readFileSync(file, 'utf8')
    await assertProperty(
      asyncProperty(nat({ max: whole.length - 1 }), nat({ max: 255 }), async (at, byte) => {
        const character = String.fromCharCode(byte)
        if (whole[at] === character) return
        writeFileSync(file, whole.slice(0, at) + character + whole.slice(at + 1), 'latin1')
        const spoilt = readFileSync(file)
        expect((await vault().open(passphrase)).kind).toBe('damaged')
        expect(readFileSync(`${file}.damaged-7`).equals(spoilt)).toBe(true)
        expect(existsSync(file)).toBe(false)
      }),
      { numRuns: 300 }
    )
  })

  it.each(['', '{', '{}', 'null', '\0\0\0\0'])('a file of %j is damaged', async (text) => {
    writeFileSync(file, text)
    expect(await vault().open(passphrase)).toEqual({ kind: 'damaged', setAsideAs: `${file}.damaged-7` })
    expect(readFileSync(`${file}.damaged-7`, 'utf8')).toBe(text)
  })

  it('asks this computer for no more than a vault needs, whatever its file says', async () => {
    await openedStore()
    const written = JSON.parse(readFileSync(file, 'utf8'))
    for (const cost of [2 ** 30, 3, -1]) {
      writeFileSync(file, JSON.stringify({ ...written, scrypt: { ...written.scrypt, cost } }))
      expect((await vault().open(passphrase)).kind).toBe('damaged')
    }
  })

  it('changes its passphrase, for whoever knows the one before', async () => {
    const opened = vault()
    const outcome = await opened.open(passphrase)
    if (outcome.kind === 'opened') await outcome.store.write('api-key', 'v360')
    expect(await opened.changePassphrase('a guess of somebody', 'another one')).toBe(false)
    expect(await opened.changePassphrase(passphrase, 'another one')).toBe(true)
    if (outcome.kind === 'opened') await outcome.store.write('more', 'written after')
    expect((await vault().open(passphrase)).kind).toBe('wrong-passphrase')
    const again = await openedStore('another one')
    expect([await again.read('api-key'), await again.read('more')]).toEqual(['v360', 'written after'])
  })

  it('moves to a keychain and is gone; it stays whole where the keychain does not give back', async () => {
    const opened = vault()
    const outcome = await opened.open(passphrase)
    if (outcome.kind === 'opened') await outcome.store.write('api-key', 'v360')
    const forgetful = new InMemorySecretStore()
    forgetful.read = () => Promise.resolve(null)
    await expect(opened.moveTo(forgetful)).rejects.toThrow('not given back')
    expect(await (await openedStore()).read('api-key')).toBe('v360')

    const keychain = new InMemorySecretStore()
    await opened.moveTo(keychain)
    expect(await keychain.read('api-key')).toBe('v360')
    expect(vault().exists()).toBe(false)
  })

  it('is sealed at full cost where nothing else is said', async () => {
    const outcome = await vault(vaultCost).open(passphrase)
    expect(outcome.kind).toBe('opened')
    expect(JSON.parse(readFileSync(file, 'utf8')).scrypt).toMatchObject({
      cost: 131_072,
      blockSize: 8,
      parallelization: 1
    })
  })
})
