import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Pages } from '../../../../src/renderer/bridge/cache-patches.ts'
import { keepQueriesLive } from '../../../../src/renderer/bridge/live-queries.ts'
import { callsKey, queryKey } from '../../../../src/renderer/bridge/query-keys.ts'
import type { Call } from '../../../../src/shared/domain/call.ts'
import type { Session } from '../../../../src/shared/domain/session.ts'
import type { TimelineEntry } from '../../../../src/shared/domain/timeline.ts'
import { anna, sampleCalls, sampleMessages, sampleThreads } from '../../../fakes/sample-office.ts'
import { ScriptedBridge, signedOut } from '../../../fakes/scripted-bridge.ts'

const nowMs = Date.UTC(2026, 0, 15, 12)
const calls = sampleCalls(nowMs)
const annaTimeline = queryKey('calls:get-timeline', { address: anna.address, limit: 100 })
const threadsKey = queryKey('messages:list-threads', {})

let bridge: ScriptedBridge
let queries: QueryClient

beforeEach(() => {
  bridge = new ScriptedBridge(nowMs)
  queries = new QueryClient()
  keepQueriesLive(bridge, queries)
})

const first = <T>(items: readonly T[]): T => {
  const [item] = items
  if (item === undefined) throw new Error('Empty')
  return item
}

describe('a changed call', () => {
  const seed = () =>
    queries.setQueryData<Pages<Call>>(callsKey, {
      pages: [calls.slice(0, 5), calls.slice(5, 10)],
      pageParams: [null, 1]
    })
  const ids = () => queries.getQueryData<Pages<Call>>(callsKey)?.pages.map((page) => page.map(({ id }) => id))

  it('is replaced where it stands, on whatever page', () => {
    seed()
    const before = ids()
    const call = calls[7] ?? first(calls)
    bridge.emit('calls:call-changed', { ...call, state: 'ended' })
    expect(ids()).toEqual(before)
    expect(queries.getQueryData<Pages<Call>>(callsKey)?.pages[1]?.[2]?.state).toBe('ended')
  })

  it('is put by its start when it is new', () => {
    seed()
    const newest = { ...first(calls), id: 'newest', startedAtMs: nowMs }
    bridge.emit('calls:call-changed', newest)
    expect(ids()?.[0]?.[0]).toBe('newest')
    expect(ids()?.[1]).toHaveLength(5)
  })

  it('comes into the timeline of its person only', () => {
    queries.setQueryData<TimelineEntry[]>(annaTimeline, [])
    const others = queryKey('calls:get-timeline', { address: '+15550000000', limit: 100 })
    queries.setQueryData<TimelineEntry[]>(others, [])
    bridge.emit('calls:call-changed', { ...first(calls), other: anna })
    expect(queries.getQueryData(annaTimeline)).toHaveLength(1)
    expect(queries.getQueryData(others)).toHaveLength(0)
  })
})

describe('a changed message', () => {
  it('takes its place among the calls, and is replaced as its state rises', () => {
    const message = sampleMessages(nowMs).find(({ id }) => id === 'out-5')
    if (!message) throw new Error('No such message')
    queries.setQueryData<TimelineEntry[]>(annaTimeline, [
      { kind: 'call', atMs: message.atMs + 1, call: first(calls) }
    ])
    bridge.emit('messages:message-changed', message)
    bridge.emit('messages:message-changed', { ...message, state: 'delivered' })
    const timeline = queries.getQueryData<TimelineEntry[]>(annaTimeline)
    expect(timeline?.map(({ kind }) => kind)).toEqual(['message', 'call'])
    expect(timeline?.[0]).toMatchObject({ message: { state: 'delivered' } })
  })
})

describe('a changed thread', () => {
  it('moves to the top once it is the last written', () => {
    const threads = sampleThreads(nowMs)
    queries.setQueryData(threadsKey, threads)
    const last = threads.at(-1) ?? first(threads)
    bridge.emit('messages:thread-changed', {
      ...last,
      lastMessage: { ...last.lastMessage, atMs: nowMs }
    })
    const shown = queries.getQueryData<typeof threads>(threadsKey)
    expect(shown).toHaveLength(threads.length)
    expect(shown?.[0]?.id).toBe(last.id)
  })
})

describe('an event that comes while an older answer is on its way', () => {
  it('makes the answer be asked for again', () => {
    queries.setQueryData(threadsKey, sampleThreads(nowMs))
    void queries.fetchQuery({ queryKey: threadsKey, queryFn: () => new Promise<never>(() => {}) })
    bridge.emit('messages:thread-changed', first(sampleThreads(nowMs)))
    expect(queries.getQueryState(threadsKey)?.isInvalidated).toBe(true)
  })
})

describe('a changed session', () => {
  const sessionKey = queryKey('session:get-session', {})

  it('forgets what was read as the account before', async () => {
    const session = await bridge.request('session:get-session', {})
    queries.setQueryData<Session>(sessionKey, session)
    queries.setQueryData(threadsKey, sampleThreads(nowMs))
    bridge.emit('session:session-changed', signedOut)
    expect(queries.getQueryData(threadsKey)).toBeUndefined()
    expect(queries.getQueryData(sessionKey)).toEqual(signedOut)
  })

  it('keeps it where only a key was added', async () => {
    const session = await bridge.request('session:get-session', {})
    queries.setQueryData<Session>(sessionKey, session)
    queries.setQueryData(threadsKey, sampleThreads(nowMs))
    bridge.emit('session:session-changed', session)
    expect(queries.getQueryData(threadsKey)).toBeDefined()
  })
})
