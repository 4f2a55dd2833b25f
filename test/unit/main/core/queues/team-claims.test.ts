import { assert, asyncProperty, scheduler } from 'fast-check'
import { expect, test } from 'vitest'
import {
  createLostCallersService,
  type LostCallersService
} from '../../../../../src/main/core/queues/index.ts'
import type { LostCallerMark } from '../../../../../src/shared/domain/lost-caller.ts'
import { InMemoryBucket } from '../../../../fakes/in-memory-bucket.ts'
import { createManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { openAgent } from '../../../../fakes/open-agent.ts'
import { callRecord } from '../../../../fakes/sample-records.ts'

const caller = '+12125550123'
const hourMs = 3_600_000

/** The app of the agent of that extension, whose queue lost one caller half an hour ago. */
async function open(bucket: InMemoryBucket, extension: string, clock = createManualClock()) {
  const agent = await openAgent(bucket, extension, clock)
  const lost = callRecord({
    state: 'abandoned',
    queueName: 'Sales',
    otherAddress: caller,
    startedAtMs: clock.nowMs() - hourMs / 2
  })
  agent.ledger.lostCallers = { lost: [lost], talks: [], marks: [] }
  const service = createLostCallersService({ ...agent, publishChanged: () => {} })
  return { ...agent, service }
}

const rowOf = async (service: LostCallersService) => (await service.list()).callers[0]
const press = async (service: LostCallersService, mark: LostCallerMark) =>
  service.mark(caller, mark, (await rowOf(service))?.revision ?? 0)

test('a claim is on the board of everyone, mine as mine, with the name of whoever is on it', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  const ben = await open(bucket, '1003')
  expect(await press(anna.service, 'claimed')).toMatchObject({ ok: true })
  await settled()
  expect((await rowOf(anna.service))?.claim).toEqual({
    by: null,
    atMs: anna.clock.nowMs(),
    isOld: false
  })
  expect((await rowOf(ben.service))?.claim).toMatchObject({ by: { name: 'Anna Weber' }, isOld: false })
})

test('of two who claim at once, in whatever order it reaches the bucket, one is on it and the other is told who', async () => {
  await assert(
    asyncProperty(scheduler(), async (order) => {
      const bucket = new InMemoryBucket()
      const agents = [await open(bucket, '1002'), await open(bucket, '1003')]
      const outcomes = await order.waitFor(
        Promise.all(
          agents.map(({ service }) =>
            order.schedule(Promise.resolve()).then(() => service.mark(caller, 'claimed', 0))
          )
        )
      )
      const winner = outcomes.findIndex(({ ok }) => ok)
      const failure = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure]))
      expect(failure).toHaveLength(1)
      expect(failure[0]?.code).toBe('claimed')
      expect(failure[0]?.message).toContain(winner === 0 ? 'Anna Weber' : 'Ben Okafor')
    }),
    { numRuns: 50 }
  )
})

test('a colleague’s claim is taken over by whoever saw it, and not by one who did not', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  const ben = await open(bucket, '1003')
  await press(anna.service, 'claimed')
  await settled()
  expect(await ben.service.mark(caller, 'claimed', 0)).toMatchObject({
    ok: false,
    failure: { code: 'claimed', message: expect.stringContaining('"time":"05:30"') }
  })
  expect(await press(ben.service, 'claimed')).toMatchObject({ ok: true })
  await settled()
  expect((await rowOf(anna.service))?.claim).toMatchObject({ by: { name: 'Ben Okafor' } })
  // Anna's page may not have heard of it yet: she leaves what is hers no longer.
  expect(await anna.service.mark(caller, 'unclaimed', 1)).toMatchObject({
    ok: false,
    failure: { code: 'claimed' }
  })
})

test('who leaves it gives it back to everyone, and who is done with it takes it off every board', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  const ben = await open(bucket, '1003')
  await press(anna.service, 'claimed')
  await press(anna.service, 'unclaimed')
  await settled()
  expect((await rowOf(ben.service))?.claim).toBeNull()
  await press(ben.service, 'done')
  await settled()
  expect(await rowOf(anna.service)).toBeUndefined()
  expect(await anna.service.mark(caller, 'claimed', 2)).toMatchObject({
    ok: false,
    failure: { code: 'done', message: expect.stringContaining('Ben Okafor') }
  })
})

test('the same word said twice is no quarrel', async () => {
  const anna = await open(new InMemoryBucket(), '1002')
  const twice = await Promise.all([
    anna.service.mark(caller, 'claimed', 0),
    anna.service.mark(caller, 'claimed', 0)
  ])
  expect(twice).toMatchObject([{ ok: true }, { ok: true }])
})

test('without a connection nothing is claimed, and that is said', async () => {
  const anna = await open(new InMemoryBucket(), '1002')
  anna.membership.state.set({ state: 'disconnected', code: 'lost', detail: '' })
  expect(await press(anna.service, 'claimed')).toMatchObject({
    ok: false,
    failure: { code: 'team-offline' }
  })
  expect(await anna.service.list()).toMatchObject({ callers: [{ claim: null }], isTeamOffline: true })
  expect(anna.ledger.lostCallers.marks).toEqual([])
})

test('a claim is old after two hours, and spent once somebody has spoken with the caller', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  const ben = await open(bucket, '1003', anna.clock)
  await press(anna.service, 'claimed')
  await anna.clock.advance(2 * hourMs)
  expect((await rowOf(ben.service))?.claim?.isOld).toBe(false)
  await anna.clock.advance(1)
  expect((await rowOf(ben.service))?.claim?.isOld).toBe(true)
  const nowMs = anna.clock.nowMs()
  const again = callRecord({ state: 'missed', queueName: 'Sales', otherAddress: caller, startedAtMs: nowMs })
  const talks = [{ address: caller, atMs: nowMs - 1_000 }]
  ben.ledger.lostCallers = { lost: [again], talks, marks: [] }
  expect((await rowOf(ben.service))?.claim).toBeNull()
})

test('those without a number are seen by each for themselves', async () => {
  const bucket = new InMemoryBucket()
  const anna = await open(bucket, '1002')
  expect(await anna.service.mark('', 'done', 0)).toMatchObject({ ok: true })
  expect(anna.ledger.lostCallers.marks).toMatchObject([{ address: '' }])
  expect(anna.ledger.shared).toEqual([])
})
