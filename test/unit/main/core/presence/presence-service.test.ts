import { beforeEach, describe, expect, test } from 'vitest'
import { createDirectory, type Directory } from '../../../../../src/main/core/contacts/index.ts'
import type { Attention } from '../../../../../src/main/core/ports.ts'
import { createPresenceService, type PresenceService } from '../../../../../src/main/core/presence/index.ts'
import {
  type ApiAvailability,
  type ApiResult,
  createReadBudget
} from '../../../../../src/main/core/voice360/index.ts'
import { type Presence, unknownPresence } from '../../../../../src/shared/domain/presence.ts'
import { channel, person } from '../../../../fakes/api-people.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { neverJoined } from '../../../../fakes/never-joined.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { answered, refusedWith, stubApi } from '../../../../fakes/stub-api.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

type Answer = ApiResult<ApiAvailability[]>

const seen: Attention = { isSeen: true, isLocked: false, isOnBattery: false }

let clock: ManualClock
let directory: Directory
let isSignedIn: boolean
let hasDeveloperKey: boolean
let answer: () => Promise<Answer>
let requestCount: number
let random: number
let attention: Attention
let isRinging: boolean
let heard: Presence[]
let poller: PresenceService

beforeEach(() => {
  clock = createManualClock()
  directory = createDirectory(textByKey)
  isSignedIn = true
  hasDeveloperKey = true
  answer = () => answered([person('1001'), person('1002')])
  requestCount = 0
  random = 0.5
  attention = seen
  isRinging = false
  heard = []
  const api = stubApi({
    getAvailability() {
      requestCount += 1
      return answer()
    }
  })
  poller = createPresenceService({
    api: () => (isSignedIn ? api : null),
    hasDeveloperKey: () => hasDeveloperKey,
    team: neverJoined,
    myExtension: () => '1001',
    region: () => 'US',
    directory,
    budget: createReadBudget(() => random),
    attention: () => attention,
    isRinging: () => isRinging,
    clock,
    log: createRecordingLog(),
    t: textByKey,
    random: () => random
  })
  poller.current.watch((presence) => heard.push(presence))
})

async function start(): Promise<Presence> {
  poller.restart()
  await settled()
  return poller.current.get()
}
const callsOf = (extension: string) =>
  poller.current.get().colleagues.find((colleague) => colleague.extension === extension)?.calls

describe('what is read', () => {
  test('says who is there, who is me, and teaches the directory their names', async () => {
    answer = () =>
      answered([
        person('1001'),
        person('1002', { devices_registered: false }),
        person('1003', { first_name: null, last_name: null, callerID: 'Front desk' }),
        person('1004', { first_name: null, last_name: null })
      ])
    expect(await start()).toEqual({
      detail: 'with-calls',
      colleagues: [
        { extension: '1001', name: 'Anna 1001', isMe: true, isOnline: true, calls: [] },
        { extension: '1002', name: 'Anna 1002', isMe: false, isOnline: false, calls: [] },
        { extension: '1003', name: 'Front desk', isMe: false, isOnline: true, calls: [] },
        { extension: '1004', name: '1004', isMe: false, isOnline: true, calls: [] }
      ],
      staleSinceMs: null,
      staleReason: null
    })
    expect(directory.describe('1003').name).toBe('Front desk')
  })

  test('knows no calls without a developer key', async () => {
    hasDeveloperKey = false
    answer = () => answered([person('1001', { channels: null })])
    expect(await start()).toMatchObject({ detail: 'online-only', colleagues: [{ calls: null }] })
  })

  test.each([
    ['outbound', '+12125550101'],
    ['inbound', '1002', '(212) 555-0101', '+12125550101'],
    ['sideways', '1002', '', ''],
    ['outbound', '+12125550101', '+15559876543'],
    ['inbound', '+15559876543', '(212) 555-0101'],
    ['outbound', '1002', '(212) 555-0101']
  ])('names the far end of a call: %s', async (direction, to, from = '1002', far = '+12125550101') => {
    answer = () => answered([person('1002', { channels: [channel(45, { direction, from, to })] })])
    await start()
    expect(callsOf('1002')).toMatchObject([
      { direction: direction === 'sideways' ? 'unknown' : direction, other: { address: far } }
    ])
  })
})

describe('a running call keeps the start it was first seen with', () => {
  test('as long as its seconds go on', async () => {
    let seconds = 45
    answer = () => answered([person('1002', { channels: [channel(seconds)] })])
    await start()
    const startedAtMs = clock.nowMs() - 45_000
    for (seconds of [48, 53, 57, 60]) await clock.advance(4_000)
    expect(callsOf('1002')).toMatchObject([{ startedAtMs }])
    expect(heard.filter(({ detail }) => detail !== 'none')).toHaveLength(1)
  })

  test('and another call with the same number has its own', async () => {
    let seconds = 45
    answer = () => answered([person('1002', { channels: [channel(seconds)] })])
    await start()
    seconds = 1
    await clock.advance(4_000)
    expect(callsOf('1002')).toMatchObject([{ startedAtMs: clock.nowMs() - 1_000 }])
  })
})

describe('how often', () => {
  test('every 4 s with calls, every 30 s on the public view', async () => {
    await start()
    await clock.advance(12_000)
    expect(requestCount).toBe(4)

    hasDeveloperKey = false
    poller.restart()
    await settled()
    requestCount = 0
    await clock.advance(60_000)
    expect(requestCount).toBe(2)
  })

  test('one request at a time, however long it takes', async () => {
    const slow = Promise.withResolvers<Answer>()
    answer = () => slow.promise
    await start()
    await clock.advance(600_000)
    expect(requestCount).toBe(1)
    slow.resolve({ ok: true, value: [] })
    await settled()
    await clock.advance(4_000)
    expect(requestCount).toBe(2)
  })

  test('a little less or more, so that an office does not ask all at once', async () => {
    random = 0
    await start()
    await clock.advance(3_600)
    expect(requestCount).toBe(2)
    random = 1
    await clock.advance(3_600 + 4_399)
    expect(requestCount).toBe(3)
    await clock.advance(1)
    expect(requestCount).toBe(4)
  })

  test('not before the time that the API asked for', async () => {
    random = 0
    answer = () => refusedWith({ kind: 'limited', retryAfterMs: 60_000 })
    await start()
    await clock.advance(59_000)
    expect(requestCount).toBe(1)
    await clock.advance(1_000)
    expect(requestCount).toBe(2)
  })

  test('no more often than usual where the API asks for no time at all', async () => {
    answer = () => refusedWith({ kind: 'limited', retryAfterMs: 0 })
    await start()
    await clock.advance(3_999)
    expect(requestCount).toBe(1)
  })

  test('not at all when nobody is signed in, or after it was stopped', async () => {
    isSignedIn = false
    await start()
    await clock.advance(600_000)
    expect(requestCount).toBe(0)

    isSignedIn = true
    await start()
    poller.stop()
    await clock.advance(600_000)
    expect(requestCount).toBe(1)
  })
})

describe('how soon, as the user and the machine are', () => {
  const become = (change: Partial<Attention>) => {
    attention = { ...attention, ...change }
    poller.reconsider()
  }
  const readsIn = async (durationMs: number) => {
    const before = requestCount
    await clock.advance(durationMs)
    return requestCount - before
  }

  test.each<[string, Partial<Attention>, number]>([
    ['seen', {}, 60],
    ['in the tray', { isSeen: false }, 15],
    ['in the tray, on battery', { isSeen: false, isOnBattery: true }, 7],
    ['locked', { isLocked: true }, 4]
  ])('%s', async (_when, change, readCount) => {
    await start()
    become(change)
    expect(await readsIn(240_000)).toBe(readCount)
  })

  test('as usual while a call of mine rings or runs, whatever is on the screen', async () => {
    isRinging = true
    await start()
    become({ isLocked: true })
    expect(await readsIn(40_000)).toBe(10)

    isRinging = false
    answer = () => answered([person('1001', { channels: [channel(5)] })])
    await clock.advance(4_000)
    expect(await readsIn(40_000)).toBe(10)
  })

  test('at once where what is shown again is old, and not sooner than usual where it is fresh', async () => {
    attention = { ...seen, isSeen: false }
    await start()
    await clock.advance(10_000)
    expect(requestCount).toBe(1)
    become({ isSeen: true })
    expect(await readsIn(0)).toBe(1)
    become({ isSeen: false })
    become({ isSeen: true })
    expect(await readsIn(3_999)).toBe(0)
    expect(await readsIn(1)).toBe(1)
  })

  test('but never before the time that the API asked for', async () => {
    answer = () => refusedWith({ kind: 'limited', retryAfterMs: 60_000 })
    attention = { ...seen, isSeen: false }
    await start()
    become({ isSeen: true })
    expect(await readsIn(59_999)).toBe(0)
    expect(await readsIn(1)).toBe(1)
  })
})

describe('who is told', () => {
  test('nobody, of an answer that is the same', async () => {
    const first = await start()
    heard.length = 0
    await clock.advance(40_000)
    expect(heard).toEqual([])
    expect(poller.current.get()).toBe(first)
  })

  test('of a colleague who changed, while the others stay the same objects', async () => {
    const first = await start()
    answer = () => answered([person('1001'), person('1002', { devices_registered: false })])
    await clock.advance(4_000)
    const [anna, ben] = poller.current.get().colleagues
    expect(anna).toBe(first.colleagues[0])
    expect(ben).not.toBe(first.colleagues[1])
  })

  test('of whom someone talks to, when that number gets a name', async () => {
    answer = () => answered([person('1002', { channels: [channel(45)] })])
    await start()
    directory.setContacts([{ address: '+12125550101', name: 'Mia Roth', company: null, isShared: false }])
    await clock.advance(4_000)
    expect(callsOf('1002')).toMatchObject([{ other: { name: 'Mia Roth' } }])
  })

  test('everyone, of a colleague who came', async () => {
    await start()
    heard.length = 0
    answer = () => answered([person('1001'), person('1002', { devices_registered: false })])
    await clock.advance(4_000)
    expect(heard).toMatchObject([{ colleagues: [{}, { isOnline: false }] }])
  })
})

describe('what cannot be read', () => {
  test('leaves everyone as they were, and says since when that is not certain', async () => {
    const fresh = await start()
    const readAtMs = clock.nowMs()
    await clock.advance(4_000)
    answer = () => refusedWith({ kind: 'unreachable' })
    await clock.advance(8_000)
    expect(poller.current.get()).toEqual({
      ...fresh,
      staleSinceMs: readAtMs + 4_000,
      staleReason: 'api.unreachable'
    })
  })

  test('is told of once, and again when the reason changes', async () => {
    await start()
    heard.length = 0
    answer = () => refusedWith({ kind: 'unreachable' })
    await clock.advance(40_000)
    expect(heard).toHaveLength(1)
    answer = () => refusedWith({ kind: 'timeout' })
    await clock.advance(40_000)
    expect(heard.map(({ staleReason }) => staleReason)).toEqual(['api.unreachable', 'api.timeout'])
  })

  test('from the start is stale from the start, with nobody in it', async () => {
    answer = () => refusedWith({ kind: 'forbidden', reason: 'no' })
    expect(await start()).toMatchObject({ colleagues: [], staleSinceMs: clock.nowMs() })
  })

  test('is forgotten with the first answer', async () => {
    await start()
    answer = () => refusedWith({ kind: 'timeout' })
    await clock.advance(4_000)
    answer = () => answered([person('1001'), person('1002')])
    await clock.advance(4_000)
    expect(poller.current.get()).toMatchObject({ staleSinceMs: null, staleReason: null })
  })
})

describe('starting afresh', () => {
  test('forgets everyone at once', async () => {
    await start()
    isSignedIn = false
    poller.restart()
    expect(poller.current.get()).toBe(unknownPresence)
  })

  test('drops an answer that was asked for before, and its next request', async () => {
    const late = Promise.withResolvers<Answer>()
    answer = () => late.promise
    await start()
    answer = () => answered([person('1002')])
    await start()
    late.resolve({ ok: true, value: [person('9999')] })
    await settled()
    expect(poller.current.get().colleagues.map(({ extension }) => extension)).toEqual(['1002'])
    requestCount = 0
    await clock.advance(4_000)
    expect(requestCount).toBe(1)
  })
})
