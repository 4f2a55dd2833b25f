import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rekeyLedger } from '../../../src/main/ledger/replace-ledger.ts'
import { listSetAside, setAside } from '../../../src/main/ledger/set-aside.ts'
import { openKeptLedger } from '../../../src/main/open-kept-ledger.ts'
import { keptSecrets } from '../../fakes/kept-secrets.ts'
import { openSettled } from '../../fakes/open-settled.ts'
import { storeTexts, testKey } from '../../fakes/plain-ledger.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { ledgerWorkerFile } from '../../ledger-worker-file.ts'

const otherKey = 'cd'.repeat(32)
/** All of CI's time allows a few; the whole run is `VOICE360_KILL_ROUNDS=100`. */
const rounds = Number(process.env['VOICE360_KILL_ROUNDS'] ?? 6)

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  file = join(folder, 'ledger.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (secrets = keptSecrets()) =>
  openKeptLedger({
    secrets,
    file,
    reader: { region: 'US', aliases: {} },
    workerFile: ledgerWorkerFile,
    log: createRecordingLog()
  })

async function countEvents(secrets = keptSecrets()): Promise<number> {
  const { ledger } = await open(secrets)
  const { count } = await ledger.countEvents()
  await ledger.close()
  return count
}

/** Numbers from 0 to 1 that are the same in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('a change of the key', () => {
  it(`leaves a whole ledger of the one key or the other, whenever the app is killed (${rounds} times)`, {
    timeout: 30_000 + rounds * 3_000
  }, async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `m${index}`)
    await storeTexts(file, ids, 'x'.repeat(20_000))
    const script = fileURLToPath(new URL('../../fakes/change-key-and-be-killed.ts', import.meta.url))
    const next = random(9)
    const seen = new Set<boolean>()
    let [key, nextKey] = [testKey, otherKey]
    for (let round = 0; round < rounds; round += 1) {
      const child = spawn(process.execPath, [script, file, key, nextKey], {
        stdio: ['ignore', 'pipe', 'inherit']
      })
      await once(child.stdout, 'data')
      // Not a wait for anything: the moment of the kill is what is tried.
      await new Promise((resolve) => setTimeout(resolve, next() * 300))
      child.kill('SIGKILL')
      await once(child, 'exit')
      const opened = openSettled(file, key, nextKey)
      expect(opened.database.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(opened.database.prepare('SELECT count(*) FROM events').pluck().get()).toBe(ids.length)
      opened.database.close()
      seen.add(opened.hasNextKey)
      if (opened.hasNextKey) [key, nextKey] = [nextKey, key]
    }
    // It was killed before some change was done, and after.
    expect(rounds < 20 || seen.size === 2).toBe(true)
  })

  it('puts the new key in the place of the old, which opens nothing any more', async () => {
    const secrets = keptSecrets()
    await secrets.write('ledger-key', testKey)
    await storeTexts(file, ['m1', 'm2'], 'hello')
    const { ledger, files } = await open(secrets)
    await ledger.close()
    await files?.changeKey()
    expect(await secrets.read('ledger-key')).not.toBe(testKey)
    expect(await secrets.read('ledger-key-next')).toBeNull()
    expect(await countEvents(secrets)).toBe(2)
    expect(() => openSettled(file, testKey)).toThrow('file is not a database')
  })

  it('takes along what is set aside and opens with the old key', async () => {
    const secrets = keptSecrets()
    await secrets.write('ledger-key', testKey)
    await storeTexts(file, ['m1', 'm2'], 'hello')
    setAside(file, 'before-restore')
    const { ledger, files } = await open(secrets)
    await ledger.close()
    await files?.changeKey()
    const again = await open(secrets)
    expect(await again.files?.listSetAside()).toMatchObject([{ canBeTakenBack: true }])
    await again.ledger.close()
    again.files?.takeBack((await again.files.listSetAside())[0]?.name ?? '')
    expect(await countEvents(secrets)).toBe(2)
  })

  it('is finished at the next start where the app was killed before the keychain was told', async () => {
    const secrets = keptSecrets()
    await secrets.write('ledger-key', testKey)
    await storeTexts(file, ['m1'], 'hello')
    setAside(file, 'before-restore')
    await storeTexts(file, ['m1', 'm2'], 'hello')
    await secrets.write('ledger-key-next', otherKey)
    rekeyLedger(file, { raw: testKey }, { raw: otherKey })
    const { ledger, files } = await open(secrets)
    expect(ledger.recovered.get()).toBeNull()
    expect(await ledger.countEvents()).toMatchObject({ count: 2 })
    expect(await secrets.read('ledger-key')).toBe(otherKey)
    expect(await secrets.read('ledger-key-next')).toBeNull()
    expect(await files?.listSetAside()).toMatchObject([{ canBeTakenBack: true }])
    await ledger.close()
  })

  it('is forgotten where the app was killed before anything was encrypted anew', async () => {
    const secrets = keptSecrets()
    await secrets.write('ledger-key', testKey)
    await storeTexts(file, ['m1'], 'hello')
    await secrets.write('ledger-key-next', otherKey)
    expect(await countEvents(secrets)).toBe(1)
    expect(await secrets.read('ledger-key')).toBe(testKey)
    expect(await secrets.read('ledger-key-next')).toBeNull()
  })
})

describe('a ledger whose key is gone', () => {
  it('is set aside, and can be taken back once the key is there again', async () => {
    await storeTexts(file, ['m1', 'm2'], 'hello')
    const secrets = keptSecrets()
    const begun = await open(secrets)
    expect(begun.ledger.recovered.get()?.keptEvents).toBeNull()
    expect(begun.isKeyNew).toBe(true)
    expect(await begun.files?.listSetAside()).toMatchObject([{ reason: 'other-key', canBeTakenBack: false }])
    await begun.ledger.close()

    await secrets.write('ledger-key', testKey)
    const { ledger, files, isKeyNew } = await open(secrets)
    expect(isKeyNew).toBe(false)
    const aside = (await files?.listSetAside()) ?? []
    expect(aside.map(({ canBeTakenBack }) => canBeTakenBack)).toEqual([false, true])
    await ledger.close()
    files?.takeBack(aside[1]?.name ?? '')
    expect(await countEvents(secrets)).toBe(2)
    // Nothing of what was begun meanwhile is gone.
    expect(listSetAside(file).map(({ reason }) => reason)).toEqual(['before-restore', 'other-key'])
  })

  it('is not touched while secrets are kept in memory alone', async () => {
    await storeTexts(file, ['m1'], 'hello')
    const secrets = Object.assign(keptSecrets(), { isPersistent: false })
    const { ledger, files } = await open(secrets)
    expect(await ledger.countEvents()).toMatchObject({ count: 0 })
    expect(files).toBeNull()
    await ledger.close()
    expect(readdirSync(folder)).toEqual(['ledger.db'])
  })
})
