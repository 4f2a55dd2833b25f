import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../../src/main/ledger/migrations.ts'
import { openDatabase } from '../../../src/main/ledger/open-database.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const anna = '+15551234567'
const ben = '+15557654321'
const allOf = { before: null, limit: 100 }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A ledger as the version before messages were read one by one left it. */
function olderLedger(file: string): void {
  const database = new SqliteDatabase(file)
  database.pragma("cipher = 'sqlcipher'")
  database.pragma(`key = "x'${'ab'.repeat(32)}'"`)
  database.exec(`${migrations.slice(0, 3).join(';')}; PRAGMA user_version = 3`)
  database.exec(`INSERT INTO events (seq, key, name, occurred_at_ms, received_at_ms, method, raw)
    VALUES (9, 'the last', 'SMS_RECEIVED', 0, 0, 'POST', '{}')`)
  const thread = database.prepare('INSERT INTO threads VALUES (?, ?, ?, ?, ?)')
  const message = database.prepare('INSERT INTO messages (id, thread_id, at_ms, facts) VALUES (?, ?, ?, ?)')
  const put = (index: number, other: string, body: string, kind: 'received' | 'sent' = 'received') => {
    const [from, to] = kind === 'received' ? [other, line] : [line, other]
    const atMs = sampleTimeMs + index * 1000
    const fact = {
      kind,
      atMs,
      messageId: null,
      intentId: null,
      from,
      to,
      body,
      reason: null,
      source: `event-${index}`
    }
    message.run(`event-${index}`, `${line}|${other}`, atMs, JSON.stringify([fact]))
  }
  thread.run(`${line}|${anna}`, line, anna, sampleTimeMs + 4_000, 2)
  thread.run(`${line}|${ben}`, line, ben, sampleTimeMs + 8_000, 0)
  for (const [index, body] of ['One', 'Two', 'Stop.'].entries()) put(index + 1, anna, body)
  put(4, anna, 'Hello', 'sent')
  for (const [index, body] of ['STOP', 'yes'].entries()) put(index + 7, ben, body)
  database.close()
}

test('a ledger of the version before keeps what was unread, and learns who wants no messages', async () => {
  const file = join(folder, 'ledger.db')
  olderLedger(file)
  const ledger = await openTestLedger({ file })
  expect(ledger.recovered.get()).toBeNull()
  const unreadCounts = async () => (await ledger.listThreads()).map(({ unreadCount }) => unreadCount)
  expect(await unreadCounts()).toEqual([0, 2])
  expect(await ledger.getStop(anna)).toEqual({ address: anna, isStopped: true, atMs: sampleTimeMs + 3_000 })
  expect(await ledger.getStop(ben)).toMatchObject({ isStopped: false })
  expect((await ledger.getTimeline(anna, allOf)).messages.map(({ body }) => body)).toEqual([
    'One',
    'Two',
    'Stop.',
    'Hello'
  ])
  const delivered = { from_number: line, to_number: anna, body: 'Hello' }
  await ledger.appendEvent(webhookEvent('SMS_DELIVERED', delivered, 6))
  expect(await ledger.getMessage('event-4')).toMatchObject({ state: 'delivered' })
  expect(await unreadCounts()).toEqual([0, 2])
  await ledger.close()
})

test('a ledger of the version before learns which colleagues were in touch', async () => {
  const file = join(folder, 'ledger.db')
  const before = await openTestLedger({ file })
  await before.appendEvent(webhookEvent('USER_DIAL', { from_number: '1003', to_number: '1001' }))
  await before.close()
  const database = openDatabase(file, 'ab'.repeat(32))
  // It knew of whom was called alone.
  database.exec(`DELETE FROM people WHERE address = '1003'; UPDATE projections SET made_with = '[3,"US",{}]'`)
  database.close()
  const ledger = await openTestLedger({ file })
  const found = async () =>
    (await ledger.search({ text: '100', limit: 5 })).people.map(({ address }) => address)
  await expect.poll(async () => (await found()).toSorted()).toEqual(['1001', '1003'])
  await ledger.close()
})

test('two that open a ledger of the version before at the same moment both have it', async () => {
  const file = join(folder, 'ledger.db')
  olderLedger(file)
  const both = await Promise.all([openTestLedger({ file }), openTestLedger({ file })])
  for (const ledger of both) {
    expect(ledger.recovered.get()).toBeNull()
    expect(await ledger.listThreads()).toHaveLength(2)
    await ledger.close()
  }
})
