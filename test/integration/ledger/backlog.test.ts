import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LedgerChanges } from '../../../src/main/core/ports.ts'
import { eventIndexSchema } from '../../../src/main/ledger/event-index-schema.ts'
import { migrations } from '../../../src/main/ledger/migrations.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const anna = '+15551234567'
const burst = 300
const everyCall = {
  filter: noFilter,
  identity: { extension: null, myLines: null },
  alsoAddresses: [],
  after: null,
  limit: 500
}

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  file = join(folder, 'ledger.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const calls = Array.from({ length: burst }, (_, index) =>
  webhookEvent('INCOMING_EXTERNAL_CALL', { call_id: `c${index}`, from_number: anna, to_number: line }, index)
)
const texts = Array.from({ length: burst }, (_, index) => {
  const fields = { message_id: `m${index}`, from_number: anna, to_number: line, body: `Text ${index}` }
  return webhookEvent('SMS_RECEIVED', fields, index)
})
const appendAll = (ledger: OpenedLedger, events: typeof calls) =>
  Promise.all(events.map((event) => ledger.appendEvent(event)))

const callCount = async (ledger: OpenedLedger) => (await ledger.listCalls(everyCall)).calls.length

/** Opens the file of a ledger from outside. */
function openFile(path: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(path)
  database.pragma("cipher = 'sqlcipher'")
  database.pragma(`key = "x'${'ab'.repeat(32)}'"`)
  return database
}

function readFile(path: string, query: string): unknown {
  const database = openFile(path)
  const row = database.prepare(query).get()
  database.close()
  return row
}
const waitsFrom = (path: string): unknown => readFile(path, 'SELECT from_seq FROM backlog')
const unindexed = 'SELECT count(*) AS count FROM events WHERE seq NOT IN (SELECT seq FROM event_index)'

describe('a burst of events', () => {
  it('is stored first, then shown, and all that comes of it is told', async () => {
    const ledger = await openTestLedger({ file })
    const told: LedgerChanges[] = []
    ledger.projected.watch((changes) => told.push(changes))
    const answers = await appendAll(ledger, [...calls, ...texts])
    expect(answers.filter(({ isDuplicate }) => isDuplicate)).toEqual([])
    expect(await ledger.countEvents()).toMatchObject({ count: 2 * burst })
    await expect.poll(() => callCount(ledger)).toBe(burst)
    await expect.poll(() => ledger.listThreads()).toMatchObject([{ unreadCount: burst }])
    const ids = [...answers.map(({ changes }) => changes), ...told].flatMap((changes) =>
      [...changes.calls, ...changes.messages].map(({ id }) => id)
    )
    await expect.poll(() => new Set(ids).size).toBe(2 * burst)
    const last = (await ledger.listThreads())[0]
    expect(told.at(-1)?.threads).toEqual([last])
    await ledger.close()
    expect(waitsFrom(file)).toBeUndefined()
  })

  it('is brought over from the log before anybody has to wait for that', async () => {
    const ledger = await openTestLedger({ file })
    const before = statSync(file).size
    await appendAll(ledger, calls)
    await expect.poll(() => callCount(ledger)).toBe(burst)
    await expect.poll(() => statSync(file).size).toBeGreaterThan(before)
    await ledger.close()
  })

  it('comes to what the same events one by one come to', async () => {
    const events = calls.flatMap((ringing, index) => [
      ringing,
      webhookEvent('USER_ANSWER', { call_id: `c${index}`, extension: '1002' }, index + 5),
      webhookEvent('CALL_ENDED', { from_number: anna, to_number: line }, index + 9)
    ])
    const slowly = await openTestLedger()
    for (const event of events.slice(0, 60)) await slowly.appendEvent(event)
    const atOnce = await openTestLedger()
    await appendAll(atOnce, events.slice(0, 60))
    const expected = (await slowly.listCalls(everyCall)).calls
    await expect.poll(async () => (await atOnce.listCalls(everyCall)).calls).toEqual(expected)
    await Promise.all([slowly.close(), atOnce.close()])
  })

  it('leaves the one that comes alone afterwards quick', async () => {
    const ledger = await openTestLedger({ file })
    await appendAll(ledger, calls)
    await expect.poll(() => callCount(ledger)).toBe(burst)
    const { changes } = await ledger.appendEvent(webhookEvent('CALL_ENDED', { call_id: 'c0' }, 400))
    expect(changes.calls).toMatchObject([{ state: 'missed' }])
    await ledger.close()
  })

  it('recognises what was there before', async () => {
    const ledger = await openTestLedger({ file })
    const answers = await appendAll(ledger, [...calls, ...calls])
    expect(answers.filter(({ isDuplicate }) => isDuplicate)).toHaveLength(burst)
    await expect.poll(() => callCount(ledger)).toBe(burst)
    const again = await appendAll(ledger, calls)
    expect(again.filter(({ isDuplicate }) => isDuplicate)).toHaveLength(burst)
    await ledger.close()
    expect(readFile(file, unindexed)).toEqual({ count: 0 })
  })

  it('is forgotten whole when it is old', async () => {
    const ledger = await openTestLedger({ file })
    await appendAll(ledger, calls)
    await expect.poll(() => callCount(ledger)).toBe(burst)
    while (!(await ledger.forgetBefore(sampleTimeMs + 3_600_000)).isDone);
    const left = 'SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM event_index) AS count'
    await ledger.close()
    expect(readFile(file, left)).toEqual({ count: 0 })
  })

  it('shows the others where one cannot be read', async () => {
    const ledger = await openTestLedger({ file })
    // The index of texts has its rows by time, which this is none.
    const fields = { message_id: 'x', from_number: anna, to_number: line, body: 'Hello' }
    const unreadable = { ...webhookEvent('SMS_RECEIVED', fields), occurredAtMs: JSON.parse('"soon"') }
    await appendAll(ledger, [...calls, unreadable, ...texts])
    await expect.poll(() => ledger.listThreads()).toMatchObject([{ unreadCount: burst }])
    expect(await callCount(ledger)).toBe(burst)
    const query = { beforeSeq: null, limit: 10, isNotUnderstoodOnly: true }
    expect(await ledger.listEvents(query)).toMatchObject([
      { seq: burst + 1, notUnderstood: 'it could not be read' }
    ])
    await ledger.close()
  })

  it('is whole before a person is deleted', async () => {
    const ledger = await openTestLedger({ file })
    const [, removed] = await Promise.all([appendAll(ledger, calls), ledger.forgetPerson(anna)])
    expect(removed.removedCallIds).toHaveLength(burst)
    expect(await callCount(ledger)).toBe(0)
    await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', { call_id: 'new', from_number: anna }))
    expect(await callCount(ledger)).toBe(1)
    await ledger.close()
  })

  it('is made anew once, where the rules change meanwhile', async () => {
    const ledger = await openTestLedger({ file })
    const aliases = { queueName: ['door'] }
    const totals: (number | undefined)[] = []
    ledger.rebuild.watch((progress) => totals.push(progress?.totalCount))
    await appendAll(ledger, calls.slice(0, 1))
    await Promise.all([appendAll(ledger, calls), ledger.setReader({ region: 'US', aliases })])
    await expect.poll(() => callCount(ledger)).toBe(burst)
    // Only the first was projected by then: the others are for the first time, and not twice.
    await expect.poll(() => totals).toEqual([1, undefined])
    await ledger.close()
    expect(waitsFrom(file)).toBeUndefined()
  })
})

describe('a burst that the end of the app cuts off', () => {
  it('is shown by the next run, when the ledger is closed at once', async () => {
    const before = await openTestLedger({ file })
    const answered = appendAll(before, calls)
    await before.close()
    await answered
    expect(waitsFrom(file)).toBeDefined()
    const ledger = await openTestLedger({ file })
    await expect.poll(() => callCount(ledger)).toBe(burst)
    await ledger.close()
  })

  it('is recognised by the next run, when it comes again before it is shown', async () => {
    const before = await openTestLedger({ file })
    const answered = appendAll(before, calls)
    await before.close()
    await answered
    expect(readFile(file, unindexed)).not.toEqual({ count: 0 })
    const ledger = await openTestLedger({ file })
    const again = await appendAll(ledger, calls)
    expect(again.filter(({ isDuplicate }) => !isDuplicate)).toEqual([])
    await ledger.close()
  })

  it('is shown by the next run, when the app is killed', async () => {
    const script = fileURLToPath(new URL('../../fakes/store-and-be-killed.ts', import.meta.url))
    const app = spawn(process.execPath, [script, file], { stdio: ['ignore', 'ignore', 'inherit'] })
    const [, signal] = await once(app, 'exit')
    expect(signal).toBe('SIGKILL')
    expect(waitsFrom(file)).toBeDefined()
    const ledger = await openTestLedger({ file })
    expect(await ledger.countEvents()).toMatchObject({ count: burst, lastReceivedAtMs: sampleTimeMs })
    await expect.poll(() => callCount(ledger)).toBe(burst)
    await ledger.close()
  })
})

it('a ledger of the version before knows its events again, those that wait too', async () => {
  const database = openFile(file)
  const steps = migrations.slice(0, migrations.indexOf(eventIndexSchema))
  database.exec(`${steps.join(';')}; PRAGMA user_version = ${steps.length}`)
  const insert = database.prepare(
    `INSERT INTO events (key, name, account_id, occurred_at_ms, received_at_ms, method, raw) VALUES (?, ?, ?, ?, ?, ?, ?)`
  )
  for (const { key, name, accountId, occurredAtMs, receivedAtMs, method, raw } of calls.slice(0, 20))
    insert.run(key, name, accountId, occurredAtMs, receivedAtMs, method, raw)
  database.exec('INSERT INTO backlog VALUES (1, 11)')
  database.close()
  const ledger = await openTestLedger({ file })
  const answers = await appendAll(ledger, calls.slice(0, 21))
  expect(answers.map(({ isDuplicate }) => isDuplicate)).toEqual([...Array(20).fill(true), false])
  await expect.poll(() => callCount(ledger)).toBe(21)
  await ledger.close()
  expect(readFile(file, unindexed)).toEqual({ count: 0 })
})
