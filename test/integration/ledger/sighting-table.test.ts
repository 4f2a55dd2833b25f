import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { parseEvent } from '../../../src/main/core/webhooks/index.ts'
import { migrations } from '../../../src/main/ledger/migrations.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const call = { call_id: 'c1', from_number: '+15551234567', to_number: '+15559876543' }

test('each webhook is known by its last delivery, repeated ones count', async () => {
  const ledger = await openTestLedger()
  const first = webhookEvent('INCOMING_EXTERNAL_CALL', call)
  await ledger.appendEvent(first)
  await ledger.appendEvent({ ...first, receivedAtMs: sampleTimeMs + 5_000, tokenId: 'token-2' })
  const byGet = parseEvent(
    { method: 'GET', contentType: null, query: 'event_name=CALL_ENDED&account_id=62&color=red', body: '' },
    sampleTimeMs + 9_000,
    'token-1'
  )
  if (byGet.outcome !== 'event') throw new Error(byGet.why)
  await ledger.appendEvent(byGet.envelope)
  const ended = {
    name: 'CALL_ENDED',
    count: 1,
    lastAtMs: sampleTimeMs + 9_000,
    method: 'GET',
    accountId: '62'
  }
  expect(await ledger.listWebhookSightings()).toEqual([
    {
      ...ended,
      tokenId: 'token-1',
      notUnderstood: 'nothing tells which call or message it is about',
      fields: ['color']
    },
    {
      name: 'INCOMING_EXTERNAL_CALL',
      count: 2,
      lastAtMs: sampleTimeMs + 5_000,
      method: 'POST',
      accountId: '61',
      tokenId: 'token-2',
      notUnderstood: null,
      fields: ['call_id', 'from_number', 'to_number']
    }
  ])
  await ledger.close()
})

test('what was deleted leaves no fields, and its webhook stays known', async () => {
  const ledger = await openTestLedger()
  const { changes } = await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', call))
  await ledger.forgetCall(changes.calls[0]?.id ?? '')
  expect(await ledger.listWebhookSightings()).toMatchObject([{ count: 1, fields: [] }])
  await ledger.forgetBefore(sampleTimeMs + 1)
  expect(await ledger.listWebhookSightings()).toMatchObject([{ count: 1, fields: [], notUnderstood: null }])
  await ledger.close()
})

test('a flood of invented names is bounded, and drives no known one out', async () => {
  const ledger = await openTestLedger()
  await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', call))
  const invented = (index: number) => ({
    ...webhookEvent(`INVENTED_${index}`, { index }),
    receivedAtMs: sampleTimeMs + index
  })
  await Promise.all(Array.from({ length: 1_000 }, (_, index) => ledger.appendEvent(invented(index))))
  const names = (await ledger.listWebhookSightings()).map(({ name }) => name)
  expect(names).toHaveLength(300)
  expect(names[0]).toBe('INVENTED_999')
  expect(names.at(-1)).toBe('INCOMING_EXTERNAL_CALL')
  await ledger.close()
})

test('a ledger of the version before knows what came, but not by which secret', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  const file = join(folder, 'ledger.db')
  const database = new SqliteDatabase(file)
  database.pragma("cipher = 'sqlcipher'")
  database.pragma(`key = "x'${'ab'.repeat(32)}'"`)
  database.exec(`${migrations.slice(0, 6).join(';')}; PRAGMA user_version = 6`)
  const insert = database.prepare(
    `INSERT INTO events (key, name, account_id, occurred_at_ms, received_at_ms, method, raw) VALUES (?, ?, ?, ?, ?, ?, ?)`
  )
  for (const [index, account] of ['61', '62'].entries()) {
    insert.run(
      `k${index}`,
      'CALL_ENDED',
      account,
      0,
      sampleTimeMs + index,
      'POST',
      '{"event_name":"CALL_ENDED"}'
    )
  }
  database.prepare('INSERT INTO listening_spans VALUES (?, ?)').run(1, 2)
  database.close()
  const ledger = await openTestLedger({ file })
  expect(await ledger.listWebhookSightings()).toMatchObject([
    { name: 'CALL_ENDED', count: 2, lastAtMs: sampleTimeMs + 1, accountId: '62', tokenId: '' }
  ])
  await ledger.recordListening(sampleTimeMs)
  expect(await ledger.listGaps(5)).toEqual([{ fromMs: 2, toMs: sampleTimeMs, reason: null }])
  await ledger.close()
  rmSync(folder, { recursive: true })
})
