import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSettled } from '../../fakes/open-settled.ts'
import { storeTexts, testKey, writePlain } from '../../fakes/plain-ledger.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'

const secretText = 'a very private text'

let folder: string
let file: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  file = join(folder, 'ledger.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function writePlainLedger(): Promise<void> {
  const encrypted = join(folder, 'encrypted.db')
  await storeTexts(encrypted, ['m1', 'm2'], secretText)
  writePlain(encrypted, file)
  rmSync(encrypted)
}

async function countEvents(): Promise<number> {
  const ledger = await openTestLedger({ file })
  const { count } = await ledger.countEvents()
  await ledger.close()
  return count
}

const holdsPlaintext = (path: string): boolean => {
  const content = readFileSync(path).toString('latin1')
  return [secretText, '15551234567', 'SQLite format 3', 'CREATE TABLE'].some((text) => content.includes(text))
}
const plainFilesIn = (path: string): readonly string[] =>
  readdirSync(path).filter((name) => statSync(join(path, name)).isFile() && holdsPlaintext(join(path, name)))

describe('the ledger of a build without encryption', () => {
  it('is encrypted at the first start, with all that is in it', async () => {
    await writePlainLedger()
    expect(plainFilesIn(folder)).toEqual(['ledger.db'])
    const ledger = await openTestLedger({ file })
    expect(ledger.isEncrypted).toBe(true)
    expect(ledger.recovered.get()).toBeNull()
    expect(await ledger.listThreads()).toMatchObject([{ unreadCount: 2, lastMessage: { body: secretText } }])
    expect(plainFilesIn(folder)).toEqual([])
    await ledger.close()
    expect(readdirSync(folder)).toEqual(['ledger.db'])
  })

  it('takes what was only in its log along', async () => {
    await writePlainLedger()
    // As a build that was killed leaves it: what came last is in the log alone.
    const killed = `
      const Database = require('better-sqlite3-multiple-ciphers')
      const database = new Database(process.argv[1])
      database.pragma('journal_mode = WAL')
      database.prepare("INSERT INTO notes VALUES ('n1', '+15551234567', 1, 'from the log')").run()
      process.kill(process.pid, 'SIGKILL')`
    spawnSync(process.execPath, ['-e', killed, file])
    expect(existsSync(`${file}-wal`)).toBe(true)
    const { database, isEncrypted } = openSettled(file, testKey)
    expect(isEncrypted).toBe(true)
    expect(database.prepare('SELECT body FROM notes').pluck().all()).toEqual(['from the log'])
    database.close()
  })

  it.each<[string, () => void]>([
    [
      'in the middle of the copy',
      () => writeFileSync(`${file}.unfinished`, readFileSync(file).subarray(0, 9_000))
    ],
    ['before the copy had a key', () => writeFileSync(`${file}.unfinished`, readFileSync(file))]
  ])('is encrypted at the start after one that was killed %s', async (_when, leave) => {
    await writePlainLedger()
    leave()
    expect(await countEvents()).toBe(2)
    expect(plainFilesIn(folder)).toEqual([])
    expect(readdirSync(folder)).toEqual(['ledger.db'])
  })

  it('stays as it is, and goes on, where there is no room for a copy', async () => {
    await writePlainLedger()
    // A folder in the place of the copy: it fails where a full disk does, before anything was changed.
    mkdirSync(join(folder, 'ledger.db.unfinished'))
    const { database, isEncrypted } = openSettled(file, testKey)
    expect(isEncrypted).toBe(false)
    expect(database.prepare('SELECT count(*) FROM events').pluck().get()).toBe(2)
    database.close()
    expect(await countEvents()).toBe(2)
    expect(plainFilesIn(folder)).toEqual([])
  })
})

describe('what reaches the disk', () => {
  it('holds nothing readable, whatever SQLite sorts and copies', async () => {
    const { database } = openSettled(file, testKey)
    expect(database.pragma('temp_store', { simple: true })).toBe(2)
    const insert = database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?)')
    for (let index = 0; index < 500; index += 1) insert.run(`n${index}`, '+15551234567', index, secretText)
    database.exec('CREATE TEMP TABLE sorted AS SELECT body FROM notes ORDER BY random()')
    expect(readdirSync(folder)).toContain('ledger.db-wal')
    expect(plainFilesIn(folder)).toEqual([])
    database.close()
    expect(plainFilesIn(folder)).toEqual([])
  })
})

describe('a ledger that replaces another', () => {
  it.each<[string, (successor: string) => void]>([
    ['before the one in use was set aside', () => undefined],
    ['after it', () => renameSync(file, `${file}.before-restore-2026-11-27T08-00-00-000Z`)]
  ])('is in its place after the next start where the app was killed %s', async (_when, killedThen) => {
    await storeTexts(file, ['m1', 'm2'], secretText)
    await storeTexts(`${file}.successor`, ['m1'], secretText)
    killedThen(`${file}.successor`)
    expect(await countEvents()).toBe(1)
    const aside = readdirSync(folder).filter((name) => name.includes('before-restore'))
    expect(aside).toHaveLength(1)
    renameSync(join(folder, aside[0] ?? ''), file)
    expect(await countEvents()).toBe(2)
  })
})
