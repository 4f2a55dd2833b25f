import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { CallSighting } from '../../../src/main/core/calls/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import type { FieldAliases } from '../../../src/shared/domain/event-reading.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const anna = '+15551234567'
const nobody = { extension: null, myLines: null }

let ledger: OpenedLedger
beforeEach(async () => {
  ledger = await openTestLedger()
})
afterEach(() => ledger.close())

const seen = (change: Partial<CallSighting> = {}): CallSighting => ({
  id: 'o1',
  kind: 'seen',
  atMs: sampleTimeMs + 1_000,
  from: anna,
  to: '1002',
  extension: '1002',
  ...change
})
const gone = (afterSeconds: number) =>
  ({ id: 'o2', kind: 'gone', callId: 'o1', atMs: sampleTimeMs + afterSeconds * 1_000 }) as const
const fields = { call_id: 'a', from_number: anna, to_number: line }
const events = [
  webhookEvent('INCOMING_EXTERNAL_CALL', fields),
  webhookEvent('USER_ANSWER', { ...fields, extension: '1002' }, 8),
  webhookEvent('CALL_ENDED', fields, 60)
]
const calls = async (of = ledger) =>
  (
    await of.listCalls({
      filter: noFilter,
      identity: nobody,
      alsoAddresses: [],
      after: null,
      limit: 100
    })
  ).calls

async function remade(aliases: FieldAliases = { body: ['words'] }): Promise<void> {
  const done = new Promise<void>((resolve) => {
    ledger.rebuild.watch((progress) => progress === null && resolve())
  })
  await ledger.setReader({ region: 'US', aliases })
  await done
}

describe('a call that no event told of', () => {
  it('is a call of its own, found by its person, and never unread', async () => {
    const { calls: revealed } = await ledger.observeCall(seen())
    expect(revealed).toMatchObject([{ id: 'o1', otherAddress: anna, isSeenOnly: true, state: 'answered' }])
    expect(await ledger.listRunningCalls()).toHaveLength(1)
    await ledger.observeCall(gone(90))
    expect(await calls()).toMatchObject([
      { state: 'ended', isUnread: false, endedAtMs: sampleTimeMs + 90_000 }
    ])
    expect(await ledger.countUnreadCalls(nobody)).toBe(0)
    expect((await ledger.search({ text: '555123', limit: 5 })).people).toHaveLength(1)
    expect((await ledger.getTimeline(anna, { before: null, limit: 5 })).calls).toHaveLength(1)
  })

  it('is one call, however often it is seen', async () => {
    await ledger.observeCall(seen())
    expect((await ledger.observeCall(seen({ id: 'o9', atMs: sampleTimeMs }))).calls).toEqual([])
    expect(await calls()).toHaveLength(1)
  })

  it('is there after a history was made anew, and gone once it is deleted', async () => {
    await ledger.appendEvent(webhookEvent('CALL_ENDED', { call_id: 'z', from_number: line }))
    await ledger.observeCall(seen())
    await ledger.observeCall(gone(90))
    const before = await calls()
    expect(before).toHaveLength(2)
    await remade()
    expect(await calls()).toEqual(before)
    await ledger.forgetCall('o1')
    await remade({})
    expect(await calls()).toMatchObject([{ otherAddress: line }])
  })

  it('says nothing new of a call that is known', async () => {
    for (const event of events) await ledger.appendEvent(event)
    const before = await calls()
    expect((await ledger.observeCall(seen())).calls).toEqual([])
    await remade()
    expect(await calls()).toEqual(before)
  })
})

describe('events that come after all', () => {
  it('take its place with what was said of it, and the mark goes', async () => {
    await ledger.observeCall(seen())
    await ledger.setCallNote('o1', 'wants a quote')
    const { changes } = await ledger.appendEvent(events[0] ?? webhookEvent('CALL_ENDED', fields))
    expect(changes.removedCallIds).toEqual(['o1'])
    expect(changes.calls).toMatchObject([{ id: 'event-1', isSeenOnly: false, state: 'ringing' }])
    expect(await ledger.getCall('o1')).toMatchObject({ id: 'event-1', note: 'wants a quote' })
    await remade()
    expect(await calls()).toMatchObject([{ id: 'event-1', isSeenOnly: false, note: 'wants a quote' }])
  })

  it('come to the same call in whatever order they come', { timeout: 60_000 }, async () => {
    const steps = [...events, 'seen', 'gone'] as const
    const orders = fc.sample(fc.shuffledSubarray([...steps], { minLength: steps.length }), {
      numRuns: 30,
      seed: 3
    })
    for (const order of orders) {
      const other = await openTestLedger()
      for (const step of order) {
        if (step === 'seen') await other.observeCall(seen())
        else if (step === 'gone') await other.observeCall(gone(70))
        else await other.appendEvent(step)
      }
      const found = await calls(other)
      await other.close()
      expect(found).toMatchObject([
        {
          state: 'ended',
          isSeenOnly: false,
          isEndApproximate: false,
          startedAtMs: sampleTimeMs,
          answeredAtMs: sampleTimeMs + 8_000,
          endedAtMs: sampleTimeMs + 60_000
        }
      ])
    }
  })

  it('of a call between colleagues find it, which both their phones showed', async () => {
    await ledger.observeCall(seen({ from: '1001', to: '1002', extension: '1001' }))
    await ledger.appendEvent(
      webhookEvent(
        'USER_DIAL',
        { call_id: 'b', from_number: '1001', to_number: '1002', extension: '1001' },
        2
      )
    )
    expect(await calls()).toMatchObject([
      { direction: 'internal', isSeenOnly: false, agentExtension: '1001' }
    ])
  })
})

it('a ledger of the version before makes its calls anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'ledger.db')
  const before = await openTestLedger({ file })
  await before.appendEvent(events[0] ?? webhookEvent('CALL_ENDED', fields))
  await before.close()
  const database = new SqliteDatabase(file)
  database.pragma("cipher = 'sqlcipher'")
  database.pragma(`key = "x'${'ab'.repeat(32)}'"`)
  database.exec("UPDATE projections SET made_with = '[2,{}]'; DELETE FROM calls")
  database.close()
  const after = await openTestLedger({ file })
  await expect.poll(() => calls(after)).toMatchObject([{ otherAddress: anna, isSeenOnly: false }])
  await after.close()
})
