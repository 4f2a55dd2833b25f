import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { HistoryStore } from '../../../../src/renderer/bridge/history-store.ts'
import { keepQueriesLive } from '../../../../src/renderer/bridge/live-queries.ts'
import {
  importProgressKey,
  messageImportProgressKey,
  queryKey
} from '../../../../src/renderer/bridge/query-keys.ts'
import { timelineKey } from '../../../../src/renderer/bridge/read-timeline.ts'
import type { TimelineView } from '../../../../src/renderer/bridge/timeline-view.ts'
import { type Call, noFilter } from '../../../../src/shared/domain/call.ts'
import type { Reach } from '../../../../src/shared/domain/reach.ts'
import type { Session } from '../../../../src/shared/domain/session.ts'
import { defaultSettings } from '../../../../src/shared/domain/settings.ts'
import type { TimelineEntry } from '../../../../src/shared/domain/timeline.ts'
import { runningImport } from '../../../fakes/sample-contacts.ts'
import { anna, sampleCalls, sampleMessages, sampleThreads } from '../../../fakes/sample-office.ts'
import { coachWith, sampleReach } from '../../../fakes/sample-reach.ts'
import { ScriptedBridge, signedOut } from '../../../fakes/scripted-bridge.ts'

const nowMs = Date.UTC(2026, 0, 15, 12)
const calls = sampleCalls(nowMs)
const annaTimeline = timelineKey(anna.address)
const threadsKey = queryKey('messages:list-threads', {})

let bridge: ScriptedBridge
let queries: QueryClient
let history: HistoryStore

beforeEach(() => {
  bridge = new ScriptedBridge(nowMs)
  queries = new QueryClient()
  history = new HistoryStore(bridge)
  keepQueriesLive(bridge, queries, history)
})

/** Puts what was read of Anna's timeline into the cache, with nothing older. */
const showAnna = (...entries: readonly TimelineEntry[]) =>
  queries.setQueryData<TimelineView>(annaTimeline, { entries, earlier: null, unreadChangeCount: 0 })
const entriesOf = (key: readonly unknown[]) => queries.getQueryData<TimelineView>(key)?.entries

const first = <T>(items: readonly T[]): T => {
  const [item] = items
  if (item === undefined) throw new Error('Empty')
  return item
}

describe('a changed call', () => {
  const callKey = queryKey('calls:get-call', { callId: 'missed' })
  const missed = () => calls.find(({ id }) => id === 'missed') ?? first(calls)

  it('changes in the history and where it stands open', async () => {
    history.show(noFilter)
    await vi.waitFor(() => expect(history.callOf('missed')).toBeDefined())
    queries.setQueryData<Call | null>(callKey, missed())
    bridge.emit('calls:call-changed', { ...missed(), isUnread: false, outcome: 'solved' })
    expect(history.callOf('missed')?.outcome).toBe('solved')
    expect(queries.getQueryData<Call>(callKey)?.outcome).toBe('solved')
  })

  it('that is removed leaves the history and every timeline', async () => {
    history.show(noFilter)
    await vi.waitFor(() => expect(history.callOf('missed')).toBeDefined())
    showAnna({ kind: 'call', atMs: 0, call: missed() })
    bridge.emit('calls:call-removed', { id: 'missed' })
    expect(history.callOf('missed')).toBeUndefined()
    expect(entriesOf(annaTimeline)).toEqual([])
  })

  it('by a queue that was not known makes the doors be asked for again', () => {
    const key = queryKey('calls:list-doors', {})
    queries.setQueryData(key, { queueNames: ['Sales Queue'], lines: [] })
    bridge.emit('calls:call-changed', { ...missed(), line: null })
    expect(queries.getQueryState(key)?.isInvalidated).toBe(false)
    bridge.emit('calls:call-changed', { ...missed(), line: null, queueName: 'Night' })
    expect(queries.getQueryState(key)?.isInvalidated).toBe(true)
  })

  it('comes into the timeline of its person only', () => {
    showAnna()
    const others = timelineKey('+15550000000')
    queries.setQueryData<TimelineView>(others, { entries: [], earlier: null, unreadChangeCount: 0 })
    bridge.emit('calls:call-changed', { ...first(calls), other: anna })
    expect(entriesOf(annaTimeline)).toHaveLength(1)
    expect(entriesOf(others)).toHaveLength(0)
  })
})

describe('a history made anew', () => {
  it('is asked for again, with everything that shows it', async () => {
    history.show(noFilter)
    await vi.waitFor(() => expect(history.callOf('missed')).toBeDefined())
    showAnna()
    queries.setQueryData(threadsKey, [])
    const before = bridge.requests.length
    bridge.emit('calls:history-replaced', {})
    expect(bridge.requests.slice(before).map(({ channel }) => channel)).toContain('calls:list-calls')
    expect(queries.getQueryState(annaTimeline)?.isInvalidated).toBe(true)
    expect(queries.getQueryState(threadsKey)?.isInvalidated).toBe(true)
  })
})

describe('a changed note', () => {
  const note = { id: 'note', address: anna.address, body: 'Call in the morning.', atMs: 5 }

  it('comes into the timeline of its person, is replaced, and leaves when it is deleted', () => {
    showAnna()
    bridge.emit('notes:note-changed', { note, isDeleted: false })
    bridge.emit('notes:note-changed', { note: { ...note, body: 'Call at noon.' }, isDeleted: false })
    expect(entriesOf(annaTimeline)).toMatchObject([{ note: { body: 'Call at noon.' } }])
    bridge.emit('notes:note-changed', { note, isDeleted: true })
    expect(entriesOf(annaTimeline)).toEqual([])
  })
})

describe('the count of missed calls', () => {
  it('is the one last told', () => {
    bridge.emit('calls:unread-changed', { count: 3 })
    expect(queries.getQueryData(queryKey('calls:count-unread', {}))).toEqual({ count: 3 })
  })
})

describe('a changed message', () => {
  it('takes its place among the calls, and is replaced as its state rises', () => {
    const message = sampleMessages(nowMs).find(({ id }) => id === 'out-5')
    if (!message) throw new Error('No such message')
    showAnna({ kind: 'call', atMs: message.atMs + 1, call: first(calls) })
    bridge.emit('messages:message-changed', message)
    bridge.emit('messages:message-changed', { ...message, state: 'delivered' })
    const timeline = entriesOf(annaTimeline)
    expect(timeline?.map(({ kind }) => kind)).toEqual(['message', 'call'])
    expect(timeline?.[0]).toMatchObject({ message: { state: 'delivered' } })
  })
})

describe('a message that turned out to be part of another', () => {
  it('leaves the timeline', () => {
    const message = first(sampleMessages(nowMs))
    showAnna({ kind: 'message', atMs: message.atMs, message })
    bridge.emit('messages:message-removed', { id: message.id, threadId: message.threadId })
    expect(entriesOf(annaTimeline)).toEqual([])
  })
})

describe('what is being written, waits or is asked for no more', () => {
  const draft = { address: anna.address, body: 'Hel', line: null, intentId: null, wasTried: false }

  it('is the draft last told, and none once it is empty', () => {
    const draftsKey = queryKey('messages:list-drafts', {})
    const other = { ...draft, address: '+15550000000' }
    queries.setQueryData(draftsKey, [draft, other])
    bridge.emit('messages:draft-changed', { ...draft, body: 'Hello' })
    expect(queries.getQueryData(draftsKey)).toEqual([other, { ...draft, body: 'Hello' }])
    bridge.emit('messages:draft-changed', { ...draft, body: '' })
    expect(queries.getQueryData(draftsKey)).toEqual([other])
  })

  it('is all that is scheduled now, and what is known of a recipient', () => {
    const recipient = { address: anna.address, stoppedAtMs: 5, timeZone: null }
    bridge.emit('messages:scheduled-changed', [])
    bridge.emit('messages:recipient-changed', recipient)
    bridge.emit('messages:import-progressed', runningImport)
    expect(queries.getQueryData(queryKey('messages:list-scheduled', {}))).toEqual([])
    expect(queries.getQueryData(queryKey('messages:check-recipient', { address: anna.address }))).toEqual(
      recipient
    )
    expect(queries.getQueryData(messageImportProgressKey)).toEqual(runningImport)
    expect(queries.getQueryData(importProgressKey)).toBeUndefined()
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

describe('contacts, imports and the history being made anew', () => {
  it('make every page of contacts be asked for again', () => {
    const pages = [{ text: '' }, { text: 'an' }].map((args) => ['contacts:list-contacts', args])
    for (const key of pages) queries.setQueryData(key, { pages: [[]], pageParams: [null] })
    bridge.emit('contacts:contacts-changed', {})
    expect(pages.map((key) => queries.getQueryState(key)?.isInvalidated)).toEqual([true, true])
  })

  it('keep how far an import is, whatever screen is shown', () => {
    bridge.emit('contacts:import-progressed', runningImport)
    expect(queries.getQueryData(importProgressKey)).toEqual(runningImport)
  })

  it('keep how far the history is, and ask for the events again once it is made', () => {
    const rebuildKey = queryKey('events:get-rebuild', {})
    const eventsKey = ['events:list-events', { isNotUnderstoodOnly: true }]
    queries.setQueryData(eventsKey, { pages: [[]], pageParams: [null] })
    bridge.emit('events:rebuild-progressed', { doneCount: 1, totalCount: 2 })
    expect(queries.getQueryData(rebuildKey)).toEqual({ doneCount: 1, totalCount: 2 })
    expect(queries.getQueryState(eventsKey)?.isInvalidated).toBe(false)
    bridge.emit('events:rebuild-progressed', null)
    expect(queries.getQueryData(rebuildKey)).toBeNull()
    expect(queries.getQueryState(eventsKey)?.isInvalidated).toBe(true)
  })
})

describe('whom to offer for dialing', () => {
  const key = queryKey('dialing:get-suggestions', {})
  const isAskedAgain = () => queries.getQueryState(key)?.isInvalidated
  beforeEach(() => queries.setQueryData(key, { recent: [anna], favourites: [] }))

  it('is asked for again once others were called, or their history was deleted', () => {
    bridge.emit('dialing:suggestions-changed', {})
    expect(isAskedAgain()).toBe(true)
    queries.setQueryData(key, { recent: [], favourites: [] })
    expect(isAskedAgain()).toBe(false)
    bridge.emit('calls:history-replaced', {})
    expect(isAskedAgain()).toBe(true)
  })

  it('is asked for again once a favourite was chosen, and after no other setting', () => {
    queries.setQueryData(queryKey('settings:get-settings', {}), defaultSettings)
    bridge.emit('settings:settings-changed', { ...defaultSettings, theme: 'dark' })
    expect(isAskedAgain()).toBe(false)
    bridge.emit('settings:settings-changed', { ...defaultSettings, favouriteNumbers: [anna.address] })
    expect(isAskedAgain()).toBe(true)
  })
})

describe('reach', () => {
  const isToBeAskedAgain = (channel: 'reach:get-coach' | 'reach:list-gaps') =>
    queries.getQueryState(queryKey(channel, {}))?.isInvalidated

  it('that changed is shown; the gaps are asked for again where its state is another', () => {
    const reachKey = queryKey('reach:get-reach', {})
    const before = sampleReach(nowMs)
    queries.setQueryData(reachKey, before)
    queries.setQueryData(queryKey('reach:list-gaps', {}), [])
    bridge.emit('reach:reach-changed', { ...before, eventCount: 215 })
    expect(queries.getQueryData<Reach>(reachKey)?.eventCount).toBe(215)
    expect(isToBeAskedAgain('reach:list-gaps')).toBe(false)
    bridge.emit('reach:reach-changed', { ...before, state: 'deaf' })
    expect(isToBeAskedAgain('reach:list-gaps')).toBe(true)
  })

  it('makes the coach be asked for again when that changed', () => {
    queries.setQueryData(queryKey('reach:get-coach', {}), coachWith())
    bridge.emit('reach:coach-changed', {})
    expect(isToBeAskedAgain('reach:get-coach')).toBe(true)
  })
})
