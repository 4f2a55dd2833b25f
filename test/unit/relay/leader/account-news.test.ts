import { beforeEach, describe, expect, test } from 'vitest'
import {
  presenceDifferenceSchema,
  presenceSnapshotSchema,
  presenceSubject,
  queuesSnapshotSchema,
  teamKeys,
  unpacked
} from '../../../../src/main/core/team/index.ts'
import {
  type ApiAvailability,
  type ApiQueueAvailability,
  type ApiResult,
  createReadBudget
} from '../../../../src/main/core/voice360/index.ts'
import { type AccountNews, createAccountNews } from '../../../../src/relay/leader/account-news.ts'
import { channel, person, salesQueue } from '../../../fakes/api-people.ts'
import { createInMemoryTeam } from '../../../fakes/in-memory-team.ts'
import { createManualClock, type ManualClock, settled } from '../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../fakes/recording-log.ts'

const keys = teamKeys(61)
const views = ['with-calls', 'online-only'] as const

let clock: ManualClock
let team: ReturnType<typeof createInMemoryTeam>
let people: ApiResult<ApiAvailability[]>
let queues: ApiResult<ApiQueueAvailability[]>
let newsCount: number
let requestCount: number
let isLeading: boolean
let news: AccountNews

beforeEach(() => {
  clock = createManualClock()
  team = createInMemoryTeam(clock)
  people = { ok: true, value: [person('1001'), person('1002', { channels: [channel(45)] })] }
  queues = { ok: true, value: [salesQueue] }
  newsCount = 0
  requestCount = 0
  isLeading = true
  news = newsOf(true)
})

function newsOf(hasDeveloperKey: boolean): AccountNews {
  const api = {
    getAvailability() {
      requestCount += 1
      return Promise.resolve(people)
    },
    getQueueAvailabilities: () => Promise.resolve(queues)
  }
  return createAccountNews({
    accountId: 61,
    hasDeveloperKey,
    api: () => (isLeading ? api : null),
    board: team.board,
    budget: createReadBudget(() => 0.5),
    onNews: () => {
      newsCount += 1
    },
    clock,
    log: createRecordingLog(),
    random: () => 0.5
  })
}

/** What is gzipped takes a thread of its own, which no clock of ours waits for. */
const become = <T>(read: () => T | Promise<T>) =>
  // oxlint-disable-next-line vitest/require-awaited-expect-poll -- whoever says what it is to become awaits it
  expect.poll(async () => (await settled(), read()), { interval: 2 })
const revisionOf = async (key: string) => (await team.board.read(key))?.revision ?? null
const snapshot = async (view: (typeof views)[number]) => {
  const kept = await team.board.read(keys.presence(view))
  return kept && unpacked(presenceSnapshotSchema, kept.value)
}
async function started(): Promise<void> {
  news.start()
  await become(() => news.describe()).toMatchObject({
    presence: { asOfMs: expect.any(Number) },
    queues: { asOfMs: expect.any(Number) }
  })
}
function listen(view: (typeof views)[number]) {
  const heard: unknown[] = []
  team
    .joinedWith()
    .connection.watchSubject(presenceSubject(61, view), (data) =>
      heard.push(unpacked(presenceDifferenceSchema, data))
    )
  return heard
}
const readAgain = () => clock.advance(4_000)

describe('what is shared', () => {
  test('is everybody, with their calls and without', async () => {
    await started()
    expect(await snapshot('with-calls')).toMatchObject({
      atMs: clock.nowMs(),
      people: [
        { presence_id: '1001', channels: [] },
        { presence_id: '1002', channels: [{ call_seconds: 45 }] }
      ]
    })
    expect(await snapshot('online-only')).toMatchObject({ people: [{ channels: null }, { channels: null }] })
  })

  test('without a developer key is who is online, for those who might see calls too', async () => {
    people = { ok: true, value: [person('1001', { channels: null })] }
    news = newsOf(false)
    await started()
    for (const view of views)
      expect(await snapshot(view)).toMatchObject({ people: [{ presence_id: '1001', channels: null }] })
    await clock.advance(60_000)
    expect(requestCount).toBe(3)
  })

  test('is written anew only where it became another: that a call goes on is nothing new', async () => {
    await started()
    const before = await Promise.all(views.map((view) => revisionOf(keys.presence(view))))
    people = { ok: true, value: [person('1001'), person('1002', { channels: [channel(50)] })] }
    await readAgain()
    await become(() => news.describe().presence.asOfMs).toBe(clock.nowMs())
    expect(await Promise.all(views.map((view) => revisionOf(keys.presence(view))))).toEqual(before)
  })

  test('tells the difference from the version before, to those who may see it', async () => {
    await started()
    const [withCalls, onlineOnly] = views.map(listen)
    const fromRevision = await revisionOf(keys.presence('with-calls'))
    people = {
      ok: true,
      value: [person('1001', { channels: [channel(2)] }), person('1003', { devices_registered: false })]
    }
    await readAgain()
    await become(() => withCalls).toHaveLength(1)
    expect(withCalls).toEqual([
      {
        atMs: clock.nowMs(),
        fromRevision,
        toRevision: await revisionOf(keys.presence('with-calls')),
        changed: [person('1001', { channels: [channel(2)] }), person('1003', { devices_registered: false })],
        removed: ['1002']
      }
    ])
    expect(onlineOnly).toMatchObject([
      { changed: [{ presence_id: '1003', channels: null }], removed: ['1002'] }
    ])
  })

  test('goes on where the leader before left off', async () => {
    await started()
    news.stop()
    const heard = listen('with-calls')
    const fromRevision = await revisionOf(keys.presence('with-calls'))
    news = newsOf(true)
    people = { ok: true, value: [person('1001'), person('1002')] }
    await started()
    await become(() => heard).toMatchObject([
      { fromRevision, changed: [{ presence_id: '1002' }], removed: [] }
    ])
  })

  test('counts the queues, and writes them where a count became another', async () => {
    await started()
    const before = await revisionOf(keys.queues)
    const kept = await team.board.read(keys.queues)
    expect(kept && unpacked(queuesSnapshotSchema, kept.value)).toMatchObject({ queues: [salesQueue] })
    await clock.advance(10_000)
    await become(() => news.describe().queues.asOfMs).toBe(clock.nowMs())
    expect(await revisionOf(keys.queues)).toBe(before)
    const newsBefore = newsCount
    queues = { ok: true, value: [{ ...salesQueue, active_calls: 9 }] }
    await clock.advance(10_000)
    await become(() => revisionOf(keys.queues)).not.toBe(before)
    await become(() => newsCount).toBe(newsBefore + 1)
  })

  test('fits into a message of NATS for ten thousand colleagues, every third on the phone', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      person(String(10_000 + index), {
        first_name: `First${(index * 7919) % 9973}`,
        last_name: `Last${(index * 104_729) % 9967}`,
        callerID: `+1212${String((index * 48_271) % 9_999_991).padStart(7, '0')}`,
        channels: index % 3 === 0 ? [channel(index % 3_600, { to: `+1646${1_000_000 + index * 37}` })] : []
      })
    )
    people = { ok: true, value: many }
    await started()
    const kept = await team.board.read(keys.presence('with-calls'))
    expect(kept?.value.byteLength).toBeLessThan(1024 * 1024)
    expect((await snapshot('with-calls'))?.people).toHaveLength(10_000)
  })
})

describe('how fresh it is', () => {
  test('says which version each view has', async () => {
    await started()
    expect(news.describe()).toEqual({
      presence: {
        asOfMs: clock.nowMs(),
        staleSinceMs: null,
        staleReason: null,
        revisions: {
          'with-calls': await revisionOf(keys.presence('with-calls')),
          'online-only': await revisionOf(keys.presence('online-only'))
        }
      },
      queues: {
        asOfMs: clock.nowMs(),
        staleSinceMs: null,
        staleReason: null,
        revision: await revisionOf(keys.queues)
      }
    })
  })

  test('says since when Voice360 could not be read, at once, and again when it can', async () => {
    await started()
    const readAtMs = clock.nowMs()
    const newsBefore = newsCount
    people = { ok: false, failure: { kind: 'unreachable' } }
    await clock.advance(12_000)
    await become(() => news.describe().presence).toMatchObject({
      asOfMs: readAtMs,
      staleSinceMs: readAtMs,
      staleReason: 'unreachable'
    })
    expect(newsCount).toBe(newsBefore + 1)
    people = { ok: true, value: [] }
    await readAgain()
    await become(() => news.describe().presence).toMatchObject({ staleSinceMs: null, staleReason: null })
    expect(newsCount).toBe(newsBefore + 2)
  })

  test('does not count what was read and could not be shared', async () => {
    await started()
    const readAtMs = clock.nowMs()
    team.fill(true)
    people = { ok: true, value: [person('1001')] }
    await readAgain()
    await become(() => news.describe().presence).toMatchObject({ asOfMs: readAtMs, staleReason: 'unshared' })
    team.fill(false)
    await readAgain()
    await become(() => news.describe().presence).toMatchObject({ staleReason: null })
    expect(await snapshot('with-calls')).toMatchObject({ people: [{ presence_id: '1001' }] })
  })
})

test('nobody is asked once another relay leads', async () => {
  await started()
  isLeading = false
  await clock.advance(60_000)
  expect(requestCount).toBe(1)
})
