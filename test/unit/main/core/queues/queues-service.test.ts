import { beforeEach, describe, expect, test } from 'vitest'
import { createQueuesService, type QueuesService } from '../../../../../src/main/core/queues/index.ts'
import {
  type ApiQueueAvailability,
  type ApiResult,
  createReadBudget
} from '../../../../../src/main/core/voice360/index.ts'
import type { Queues } from '../../../../../src/shared/domain/queue.ts'
import { salesQueue } from '../../../../fakes/api-people.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { neverJoined } from '../../../../fakes/never-joined.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { answered, refusedWith, stubApi } from '../../../../fakes/stub-api.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const sales = salesQueue
const support: ApiQueueAvailability = {
  ...sales,
  pk: 100_135,
  name: '100135',
  queue_name: 'Support Queue',
  extension: '8002',
  agents_available: 0
}
const minuteMs = 60_000

let clock: ManualClock
let answer: ApiResult<ApiQueueAvailability[]>
let isSignedIn: boolean
let mine: string
let heard: Queues[]
let service: QueuesService

beforeEach(() => {
  clock = createManualClock()
  answer = { ok: true, value: [support, sales] }
  isSignedIn = true
  mine = 'Support Queue'
  heard = []
  const api = stubApi({
    getQueueAvailabilities: () => Promise.resolve(answer),
    getQueue: (queueId) =>
      queueId === sales.pk
        ? answered({ ...details, users: [{ presence_id: '1001', first_name: 'John', last_name: 'Smith' }] })
        : refusedWith({ kind: 'not-found', reason: 'Queue not found' })
  })
  service = createQueuesService({
    api: () => (isSignedIn ? api : null),
    hasDeveloperKey: () => true,
    team: neverJoined,
    isMine: (name) => name === mine,
    budget: createReadBudget(() => 0.5),
    attention: () => ({ isSeen: true, isLocked: false, isOnBattery: false }),
    clock,
    log: createRecordingLog(),
    t: textByKey,
    random: () => 0.5
  })
  service.current.watch((queues) => heard.push(queues))
})

const details = {
  pk: sales.pk,
  name: sales.name,
  queue_name: sales.queue_name,
  extension: '8001',
  strategy: 'ringall',
  timeout: 20,
  retry: 5,
  wrapuptime: 10,
  maxlen: 0
}

const start = async () => {
  service.restart()
  await settled()
  return service.current.get()
}

describe('what is read', () => {
  test('is each queue with its counts, mine first', async () => {
    expect((await start()).queues).toMatchObject([
      { name: 'Support Queue', isMine: true, agentsAvailable: 0, nobodySinceMs: clock.nowMs() },
      { name: 'Sales Queue', isMine: false, agentsAvailable: 2, activeCalls: 5, nobodySinceMs: null }
    ])
  })

  test('tells nobody where it is the same, and keeps since when nobody is available', async () => {
    const { queues } = await start()
    heard.length = 0
    await clock.advance(5 * minuteMs)
    expect(heard).toEqual([])
    answer = { ok: true, value: [{ ...support, active_calls: 9 }, sales] }
    await clock.advance(10_000)
    const [changed, same] = service.current.get().queues
    expect(changed).toMatchObject({ activeCalls: 9, nobodySinceMs: clock.nowMs() - 5 * minuteMs - 10_000 })
    expect(same).toBe(queues[1])
  })

  test('may be that there are none', async () => {
    expect(service.current.get()).toMatchObject({ queues: [], isKnown: false })
    answer = { ok: true, value: [] }
    expect(await start()).toMatchObject({ queues: [], isKnown: true })
    expect(heard.at(-1)).toMatchObject({ isKnown: true })
  })

  test('is stale since it was last read, however long nothing had changed', async () => {
    await start()
    await clock.advance(5 * minuteMs)
    const lastReadAtMs = clock.nowMs()
    answer = { ok: false, failure: { kind: 'unreachable' } }
    await clock.advance(10_000)
    expect(service.current.get()).toMatchObject({ isKnown: true, staleSinceMs: lastReadAtMs })
  })

  test('starts counting anew once someone was there', async () => {
    await start()
    answer = { ok: true, value: [{ ...support, agents_available: 1 }] }
    await clock.advance(10_000)
    expect(service.current.get().queues).toMatchObject([{ nobodySinceMs: null }])
    answer = { ok: true, value: [support] }
    await clock.advance(10_000)
    expect(service.current.get().queues).toMatchObject([{ nobodySinceMs: clock.nowMs() }])
  })

  test('says which are mine as soon as that is known', async () => {
    mine = ''
    await start()
    mine = 'Support Queue'
    service.myQueuesChanged()
    expect(service.current.get().queues.map(({ isMine }) => isMine)).toEqual([true, false])
  })

  test('is forgotten with whoever signs out', async () => {
    await start()
    isSignedIn = false
    expect(await start()).toEqual({ queues: [], isKnown: false, staleSinceMs: null, staleReason: null })
  })
})

test('what cannot be read leaves the queues as they were, and says since when and why', async () => {
  const fresh = await start()
  answer = { ok: false, failure: { kind: 'unreachable' } }
  const readAtMs = clock.nowMs()
  await clock.advance(30_000)
  expect(service.current.get()).toEqual({
    ...fresh,
    staleSinceMs: readAtMs,
    staleReason: 'api.unreachable'
  })
  expect(heard).toHaveLength(2)
})

describe('the details of a queue', () => {
  test('are how it is set up and who its agents are', async () => {
    expect(await service.getDetails(sales.pk)).toEqual({
      ok: true,
      value: {
        id: sales.pk,
        strategy: 'ringall',
        timeoutS: 20,
        retryS: 5,
        wrapUpS: 10,
        maxLength: 0,
        members: [{ extension: '1001', name: 'John Smith' }]
      }
    })
  })

  test('that cannot be had are an error with its reason', async () => {
    expect(await service.getDetails(1)).toMatchObject({ ok: false, failure: { code: 'not-read' } })
    isSignedIn = false
    expect(await service.getDetails(1)).toMatchObject({ ok: false, failure: { code: 'signed-out' } })
  })
})
