import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../../src/main/ledger/migrations.ts'
import { openDatabase } from '../../../src/main/ledger/open-database.ts'
import { createOperations } from '../../../src/main/ledger/operations.ts'
import { createPositionTable } from '../../../src/main/ledger/position-table.ts'
import { salvage } from '../../../src/main/ledger/salvage.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { webhookEvent } from '../../fakes/webhook-samples.ts'

const stream = 'events'
const call = (index: number) =>
  webhookEvent('INCOMING_EXTERNAL_CALL', { call_id: `c${index}`, from_number: '+15551234567' }, index)

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'positions-'))
  file = join(folder, 'ledger.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('How far a stream has come in', () => {
  it('is kept with each event, a second delivery included, and never goes back', async () => {
    const ledger = await openTestLedger({ file })
    expect(await ledger.readStreamPosition(stream)).toBe(0)
    await ledger.appendEvent(call(1), { stream, seq: 7 })
    expect(await ledger.readStreamPosition(stream)).toBe(7)
    expect(await ledger.appendEvent(call(1), { stream, seq: 9 })).toMatchObject({ isDuplicate: true })
    expect(await ledger.readStreamPosition(stream)).toBe(9)
    await ledger.appendEvent(call(2), { stream, seq: 8 })
    await ledger.saveStreamPosition({ stream, seq: 4 })
    await ledger.appendEvent(call(3))
    expect(await ledger.readStreamPosition(stream)).toBe(9)
    await ledger.saveStreamPosition({ stream, seq: 12 })
    await ledger.close()
    const next = await openTestLedger({ file })
    expect(await next.readStreamPosition(stream)).toBe(12)
    expect(await next.readStreamPosition('events, made anew')).toBe(0)
    await next.close()
  })

  it('is kept with events of a burst too, which are only stored at first', async () => {
    const ledger = await openTestLedger()
    const numbers = Array.from({ length: 60 }, (_, index) => index + 1)
    const answers = numbers.map((seq) => ledger.appendEvent(call(seq), { stream, seq }))
    // Asked in the same breath, so before any of them is projected.
    const [position, ...answered] = await Promise.all([ledger.readStreamPosition(stream), ...answers])
    expect(position).toBe(60)
    expect(answered.at(-1)?.changes.calls).toEqual([])
    const again = numbers.map((seq) => ledger.appendEvent(call(seq), { stream, seq: seq + 60 }))
    expect((await Promise.all(again)).every(({ isDuplicate }) => isDuplicate)).toBe(true)
    expect(await ledger.readStreamPosition(stream)).toBe(120)
    await ledger.close()
  })

  it('says what is there, no more and no less, whenever the app is killed', async () => {
    const script = fileURLToPath(new URL('../../fakes/store-until-killed.ts', import.meta.url))
    const app = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    for (let told = 0; told < 3; told += 1) await once(app.stdout, 'data')
    app.kill('SIGKILL')
    await once(app, 'exit')
    const ledger = await openTestLedger({ file })
    const { count } = await ledger.countEvents()
    expect(count).toBeGreaterThanOrEqual(100)
    expect(await ledger.readStreamPosition(stream)).toBe(count)
    await ledger.close()
  })

  it('is not carried over from a ledger that is damaged: the stream may still have what was lost of it', () => {
    const [damaged, next] = [openDatabase(null, ''), openDatabase(null, '')]
    const { operations } = createOperations(damaged, { region: 'US', aliases: {} }, () => {})
    operations.appendEvent(call(1), { stream, seq: 7 })
    expect(salvage(damaged, next)).toBe(1)
    expect(createPositionTable(next).read(stream)).toBe(0)
    for (const database of [damaged, next]) database.close()
  })

  it('is unknown in a ledger of the version before', async () => {
    const database = new SqliteDatabase(file)
    database.pragma("cipher = 'sqlcipher'")
    database.pragma(`key = "x'${'ab'.repeat(32)}'"`)
    const older = migrations.slice(
      0,
      migrations.findIndex((step) => step.includes('stream_positions'))
    )
    database.exec(`${older.join(';')}; PRAGMA user_version = ${older.length}`)
    database.close()
    const ledger = await openTestLedger({ file })
    expect(ledger.recovered.get()).toBeNull()
    expect(await ledger.readStreamPosition(stream)).toBe(0)
    await ledger.appendEvent(call(1), { stream, seq: 3 })
    expect(await ledger.readStreamPosition(stream)).toBe(3)
    await ledger.close()
  })
})
