import { expect, test } from 'vitest'
import {
  createCallsService,
  type SharedRemark,
  sharedRemarkSchema
} from '../../../../../src/main/core/calls/index.ts'
import { readShared } from '../../../../../src/main/core/team/index.ts'
import { InMemoryBucket } from '../../../../fakes/in-memory-bucket.ts'
import { settled } from '../../../../fakes/manual-clock.ts'
import { openAgent } from '../../../../fakes/open-agent.ts'
import { callRecord } from '../../../../fakes/sample-records.ts'

/** The app of an agent to whom the same call was told, and that reads of the ledger what the real one would. */
async function open(
  bucket: InMemoryBucket,
  extension: string,
  change: Parameters<typeof callRecord>[0] = {}
) {
  const agent = await openAgent(bucket, extension)
  const { ledger } = agent
  ledger.calls = [callRecord({ voice360Id: 'v1', ...change })]
  agent.work.changed.watch(({ entry }) => {
    const shared = readShared(sharedRemarkSchema, entry)
    ledger.calls = ledger.calls.map((it) => (it.voice360Id === entry.id ? { ...it, shared } : it))
  })
  let replacedCount = 0
  const calls = createCallsService({
    ...agent,
    identity: () => ({ extension, myLines: null }),
    findColleagues: () => [],
    describeMessage: (record) => record,
    publish: () => {},
    publishReplaced: () => {
      replacedCount += 1
    },
    dialsForgotten: () => {}
  })
  const seen = () => calls.get('call-1')
  return { ...agent, calls, seen, replacedCount: () => replacedCount }
}

const shared = (bucket: InMemoryBucket): SharedRemark | null =>
  readShared(sharedRemarkSchema, bucket.entry('61.call.v1'))

test('a note of mine shows on the same call of everyone, with whose it is', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  const ben = await open(bucket, '1003')
  expect(await anna.calls.setNote('call-1', 'wants a quote', '')).toMatchObject({ ok: true })
  await settled()
  const remark = { atMs: anna.clock.nowMs() }
  expect(await anna.seen()).toMatchObject({ note: 'wants a quote', remark: { ...remark, by: null } })
  expect(await ben.seen()).toMatchObject({
    note: 'wants a quote',
    remark: { ...remark, by: { name: 'Anna Weber' } },
    keptNote: null
  })
})

test('of two who write at once the second is told what the first wrote, and keeps their words', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  const ben = await open(bucket, '1003')
  const outcomes = await Promise.all([
    anna.calls.setNote('call-1', 'of Anna', ''),
    ben.calls.setNote('call-1', 'of Ben', '')
  ])
  expect(outcomes).toMatchObject([
    { ok: true },
    { ok: false, failure: { code: 'changed', message: expect.stringMatching(/"time":"05:30".*of Anna/) } }
  ])
  await settled()
  expect(await ben.seen()).toMatchObject({ note: 'of Anna', keptNote: 'of Ben' })
  // Ben knows what Anna wrote now.
  expect(await ben.calls.setNote('call-1', 'of both', 'of Anna')).toMatchObject({ ok: true })
  await settled()
  expect(await anna.seen()).toMatchObject({ note: 'of both', keptNote: null })
  expect(await ben.seen()).toMatchObject({ note: 'of both', keptNote: null })
})

test('whoever drops their own words has the team’s alone', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  const ben = await open(bucket, '1003')
  await anna.calls.setNote('call-1', 'of Anna', '')
  await ben.calls.setNote('call-1', 'of Ben', '')
  expect(await ben.calls.setNote('call-1', 'of Anna', 'of Anna')).toMatchObject({ ok: true })
  expect(await ben.seen()).toMatchObject({ note: 'of Anna', keptNote: null })
  expect(shared(bucket)).toMatchObject({ by: { extension: '1002' } })
})

test('an outcome and a note that are written at once do not get in each other’s way', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  const ben = await open(bucket, '1003')
  const outcomes = await Promise.all([
    anna.calls.setNote('call-1', 'wants a quote', ''),
    ben.calls.setOutcome('call-1', 'solved', null)
  ])
  expect(outcomes).toMatchObject([{ ok: true }, { ok: true }])
  expect(shared(bucket)).toMatchObject({ note: 'wants a quote', outcome: 'solved' })
  expect(await anna.calls.setOutcome('call-1', 'call again', null)).toMatchObject({
    ok: false,
    failure: { code: 'changed' }
  })
})

test('without a connection it is kept here, and said not to be shared', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  anna.membership.state.set({ state: 'disconnected', code: 'lost', detail: '' })
  expect(await anna.calls.setNote('call-1', 'wants a quote', '')).toMatchObject({
    ok: false,
    failure: { code: 'not-shared' }
  })
  expect(await anna.seen()).toMatchObject({ note: 'wants a quote', remark: null })
  expect(shared(bucket)).toBeNull()
})

test('a call without an id of Voice360 is nobody’s but mine', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002', { voice360Id: null })
  expect(await anna.calls.setNote('call-1', 'wants a quote', '')).toMatchObject({ ok: true })
  expect(bucket.size()).toBe(0)
})

test('what was noted before anything was shared is not shared along with an outcome', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002', { note: 'only for me' })
  await anna.calls.setOutcome('call-1', 'solved', null)
  expect(shared(bucket)).toMatchObject({ note: null, outcome: 'solved' })
  expect(await anna.seen()).toMatchObject({ note: null, keptNote: 'only for me', outcome: 'solved' })
})

test('turned off, nothing more is shared or shown, and what was shared stays', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  await anna.calls.setNote('call-1', 'wants a quote', '')
  anna.settings.set({ ...anna.settings.get(), isSharingRemarks: false })
  expect(anna.replacedCount()).toBe(1)
  expect(await anna.seen()).toMatchObject({ note: 'wants a quote', remark: null })
  expect(await anna.calls.setNote('call-1', 'wants two', 'wants a quote')).toMatchObject({ ok: true })
  expect(shared(bucket)).toMatchObject({ note: 'wants a quote' })
})
