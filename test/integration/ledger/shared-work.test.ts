import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SharedEntry } from '../../../src/main/core/ports.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { webhookEvent } from '../../fakes/webhook-samples.ts'

const ada = '+12125550123'
const stream = '61 KV_voice360_work Sales'
const fields = { call_id: 'v1', from_number: ada, to_number: '+15559876543' }

let folder: string
let ledger: OpenedLedger
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  ledger = await openTestLedger({ file: join(folder, 'ledger.db') })
})
afterEach(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
})

const remark = (revision: number, note: string): SharedEntry => ({
  kind: 'call',
  id: 'v1',
  revision,
  value: JSON.stringify({ note, outcome: null, by: { extension: '1002', name: 'Anna' }, atMs: 1 })
})
const claim = (revision: number): SharedEntry => ({ kind: 'claim', id: ada, revision, value: '{}' })
const callOf = async () => {
  const page = { filter: noFilter, identity: { extension: null, myLines: null }, alsoAddresses: [] }
  return (await ledger.listCalls({ ...page, after: null, limit: 10 })).calls[0]
}

test('what the team says of a call is on it, whichever comes first, and is found by its words', async () => {
  expect(await ledger.takeShared(remark(4, 'a quote'), { stream, seq: 4 })).toMatchObject({
    isNews: true,
    changes: { calls: [] }
  })
  const { changes } = await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', fields, 0))
  expect(changes.calls).toMatchObject([{ voice360Id: 'v1', shared: { note: 'a quote' } }])
  expect((await ledger.search({ text: 'quote', limit: 5 })).texts).toHaveLength(1)
  const { changes: then } = await ledger.takeShared(remark(5, 'an invoice'))
  expect(then.calls).toMatchObject([{ shared: { note: 'an invoice', by: { name: 'Anna' } } }])
  expect((await ledger.search({ text: 'quote', limit: 5 })).texts).toHaveLength(0)
  expect((await ledger.search({ text: 'invoice', limit: 5 })).texts).toHaveLength(1)
  expect(await callOf()).toMatchObject({ shared: { note: 'an invoice' }, note: null })
})

test('what a later or a meddling app wrote is no word of anybody', async () => {
  await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', fields, 0))
  for (const [index, value] of ['no JSON', '[]', '{"note":7}', '{"__proto__":{"note":"x"}}'].entries()) {
    await ledger.takeShared({ ...remark(index + 1, ''), value })
    expect((await callOf())?.shared).toBeNull()
  }
})

test('of each key the newest stays, in whatever order and however often it comes', async () => {
  const entries = array(
    record({
      id: constantFrom('a', 'b'),
      revision: integer({ min: 1, max: 9 }),
      isDeleted: boolean()
    }),
    { maxLength: 12 }
  )
  let run = 0
  await assert(
    asyncProperty(entries, async (all) => {
      run += 1
      await ledger.openShared(`run ${run}`)
      const byRevision = new Map(all.map((it) => [`${it.id} ${it.revision}`, it]))
      const taken = all.map((it) => byRevision.get(`${it.id} ${it.revision}`) ?? it)
      for (const { id, revision, isDeleted } of taken)
        await ledger.takeShared({ kind: 'claim', id, revision, value: isDeleted ? null : String(revision) })
      for (const id of ['a', 'b']) {
        const newest = taken
          .filter((it) => it.id === id)
          .toSorted((one, other) => other.revision - one.revision)[0]
        const here = await ledger.getShared('claim', id)
        expect(here?.revision).toBe(newest?.revision)
        expect(here?.value ?? null).toBe(newest && !newest.isDeleted ? String(newest.revision) : null)
      }
    }),
    { numRuns: 40 }
  )
})

test('it is there after a restart with how far it had come; of another team or one that is forgotten nothing stays', async () => {
  expect(await ledger.openShared(stream)).toBe(0)
  await ledger.takeShared(claim(7), { stream, seq: 7 })
  await ledger.close()
  ledger = await openTestLedger({ file: join(folder, 'ledger.db') })
  expect(await ledger.openShared(stream)).toBe(7)
  expect(await ledger.listShared('claim')).toEqual([claim(7)])
  // Another's says nothing of it.
  await ledger.forgetStream('events', null)
  expect(await ledger.listShared('claim')).toEqual([claim(7)])
  await ledger.forgetStream(stream, null)
  expect(await ledger.openShared(stream)).toBe(0)
  expect(await ledger.listShared('claim')).toEqual([])
  await ledger.takeShared(claim(2), { stream, seq: 2 })
  expect(await ledger.openShared('61 KV_voice360_work Support')).toBe(0)
  expect(await ledger.listShared('claim')).toEqual([])
  expect(await ledger.openShared(stream)).toBe(0)
})

test('forgetting a person forgets who was to call them back, and what was shared of their calls', async () => {
  await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', fields, 0))
  await ledger.takeShared(remark(1, 'a quote'))
  await ledger.takeShared(claim(2))
  await ledger.forgetPerson(ada)
  expect(await ledger.listShared('call')).toEqual([])
  expect(await ledger.listShared('claim')).toEqual([])
  expect((await ledger.search({ text: 'quote', limit: 5 })).texts).toEqual([])
})

const contact = (revision: number, name: string | null): SharedEntry => ({
  kind: 'contact',
  id: 'ada',
  revision,
  value:
    name === null
      ? null
      : JSON.stringify({
          name,
          company: 'Acme',
          numbers: [{ address: ada, label: null }],
          by: { extension: '1002', name: 'Anna' },
          atMs: 1
        })
})
const page = { text: '', after: null, limit: 10 }

test('contacts of the team are among the others, found and named by, for as long as they are shown', async () => {
  const ben = { id: 'ben', name: 'Ben', company: null, numbers: [{ address: ada, label: null }] }
  await ledger.saveContacts([ben])
  await ledger.takeShared(contact(3, 'Ada Lovelace'))
  expect(await ledger.showSharedContacts(true)).toBe(true)
  expect(await ledger.showSharedContacts(true)).toBe(false)
  expect(await ledger.listContacts(page)).toMatchObject([
    { id: 'ada', company: 'Acme', shared: { revision: 3, by: { name: 'Anna' } } },
    { id: 'ben', shared: null }
  ])
  expect(await ledger.listContacts({ ...page, text: 'lovel' })).toMatchObject([{ id: 'ada' }])
  expect(await ledger.listContactNames()).toMatchObject([
    { name: 'Ben', isShared: false },
    { name: 'Ada Lovelace', isShared: true }
  ])
  await ledger.takeShared(contact(4, 'Ada King'))
  await ledger.showSharedContacts(true)
  expect(await ledger.listContacts({ ...page, text: 'lovel' })).toEqual([])
  expect(await ledger.getContact('ada')).toMatchObject({ name: 'Ada King', shared: { revision: 4 } })
  expect(await ledger.showSharedContacts(false)).toBe(true)
  expect(await ledger.listContacts(page)).toMatchObject([{ id: 'ben' }])
  await ledger.takeShared(contact(5, null))
  expect(await ledger.showSharedContacts(true)).toBe(false)
})
