import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { HistoryStore } from '../../../../src/renderer/bridge/history-store.ts'
import { keepQueriesLive } from '../../../../src/renderer/bridge/live-queries.ts'
import { readEarlier, readTimeline, timelineKey } from '../../../../src/renderer/bridge/read-timeline.ts'
import { entryId, type TimelineView } from '../../../../src/renderer/bridge/timeline-view.ts'
import type { Note } from '../../../../src/shared/domain/note.ts'
import type { RequestArgs } from '../../../../src/shared/ipc/contract.ts'
import { ScriptedBridge } from '../../../fakes/scripted-bridge.ts'

const address = '+15551234567'
const count = 1_250
const waiting = new AbortController()

let notes: Note[]
/** What happens at the other end while a page is on its way. */
let meanwhile: () => void
let bridge: ScriptedBridge
let queries: QueryClient

beforeEach(() => {
  notes = Array.from({ length: count }, (_, id) => ({ id: String(id), address, body: '', atMs: id * 10 }))
  meanwhile = () => {}
  bridge = new ScriptedBridge(0, {
    'calls:get-timeline': async ({ before, limit }: RequestArgs<'calls:get-timeline'>) => {
      const older = notes.filter(({ atMs }) => before === null || atMs < before.atMs)
      const page = older.slice(-limit)
      const [first] = page
      const answer = {
        entries: page.map((note) => ({ kind: 'note', atMs: note.atMs, note }) as const),
        earlier:
          first && older.length > limit ? ({ atMs: first.atMs, kind: 'note', id: first.id } as const) : null
      }
      meanwhile()
      meanwhile = () => {}
      return answer
    }
  })
  queries = new QueryClient()
  keepQueriesLive(bridge, queries, new HistoryStore(bridge))
})

const view = () => queries.getQueryData<TimelineView>(timelineKey(address))
const open = async (countBefore = 0) =>
  queries.setQueryData(timelineKey(address), await readTimeline(bridge, address, countBefore, waiting))
const limits = () => bridge.requests.map(({ args }) => (args as RequestArgs<'calls:get-timeline'>).limit)

describe('a timeline', () => {
  it('is read from its newest page back to its beginning, each entry once', async () => {
    await open()
    expect(view()?.entries).toHaveLength(100)
    while (view()?.earlier) await readEarlier(bridge, queries, address)
    const ids = view()?.entries.map(entryId) ?? []
    expect(ids).toEqual(notes.map(({ id }) => `note ${id}`))
    await readEarlier(bridge, queries, address)
    expect(bridge.requests).toHaveLength(13)
  })

  it('is read as far as before when it is read anew, in as few pages as may be', async () => {
    await open(1_100)
    expect(view()?.entries.length).toBeGreaterThanOrEqual(1_100)
    expect(limits()).toEqual([500, 500, 500])
  })

  it('is not read on once nobody waits for it', async () => {
    const stop = new AbortController()
    meanwhile = () => stop.abort()
    await expect(readTimeline(bridge, address, 1_100, stop)).rejects.toThrow('aborted')
    expect(bridge.requests).toHaveLength(1)
  })

  it('keeps what is told of it while a page is on its way', async () => {
    await open()
    meanwhile = () => {
      const changed = { id: '1200', address, body: 'told', atMs: 12_000 }
      bridge.emit('notes:note-changed', { note: changed, isDeleted: false })
    }
    await readEarlier(bridge, queries, address)
    expect(view()?.entries).toHaveLength(200)
    expect(view()?.entries.find((entry) => entryId(entry) === 'note 1200')).toMatchObject({
      note: { body: 'told' }
    })
  })

  it('asks for a page again where what it holds was changed while it was on its way', async () => {
    await open()
    meanwhile = () => {
      notes = notes.map((note) => (note.id === '1100' ? { ...note, body: 'told' } : note))
      const note = { id: '1100', address, body: 'told', atMs: 11_000 }
      bridge.emit('notes:note-changed', { note, isDeleted: false })
    }
    await readEarlier(bridge, queries, address)
    expect(bridge.requests).toHaveLength(3)
    expect(view()?.entries.find((entry) => entryId(entry) === 'note 1100')).toMatchObject({
      note: { body: 'told' }
    })
  })

  it('takes no page that continues what is no longer there', async () => {
    await open()
    const other: TimelineView = { entries: [], earlier: null, unreadChangeCount: 0 }
    meanwhile = () => queries.setQueryData(timelineKey(address), other)
    await readEarlier(bridge, queries, address)
    expect(view()).toEqual(other)
  })
})
