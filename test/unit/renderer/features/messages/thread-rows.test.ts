import { describe, expect, it } from 'vitest'
import {
  filterThreads,
  listThreads,
  rowsOf,
  type ThreadFilter
} from '../../../../../src/renderer/features/messages/thread-rows.ts'
import type { Draft, Thread } from '../../../../../src/shared/domain/message.ts'
import type { FoundText } from '../../../../../src/shared/domain/search.ts'
import { anna, layla, mainLine, sampleThreads, supportLine } from '../../../../fakes/sample-office.ts'

const nowMs = Date.UTC(2026, 0, 15, 12)
const threads = sampleThreads(nowMs)
const change = (index: number, part: Partial<Thread>): readonly Thread[] =>
  threads.map((thread, at) => (at === index ? { ...thread, ...part } : thread))
const shown = (all: readonly Thread[], filter: ThreadFilter, text = '', selectedId: string | null = null) =>
  filterThreads(listThreads(all, [], []), filter, text, selectedId).map(({ id }) => id)
const idOf = (index: number) => threads[index]?.id ?? ''

describe('the list of threads', () => {
  it('keeps archived ones apart, until something is looked for', () => {
    const all = change(0, { isArchived: true })
    expect(shown(all, 'inbox')).toEqual(threads.slice(1).map(({ id }) => id))
    expect(shown(all, 'archived')).toEqual([idOf(0)])
    expect(shown(all, 'inbox', 'Anna')).toContain(idOf(0))
  })

  it('shows the unread ones, and the one that was just opened among them', () => {
    const all = threads.map((thread, at) => ({ ...thread, unreadCount: at === 1 ? 3 : 0 }))
    expect(shown(all, 'unread')).toEqual([idOf(1)])
    expect(shown(all, 'unread', '', idOf(2))).toEqual([idOf(1), idOf(2)])
    expect(shown(change(1, { isArchived: true, unreadCount: 2 }), 'unread')).not.toContain(idOf(1))
  })
})

describe('a draft', () => {
  const draft = (line: string | null, body = 'Dear'): Draft => ({
    address: anna.address,
    body,
    line,
    intentId: null,
    wasTried: false
  })
  const drafted = (...drafts: readonly Draft[]) =>
    listThreads(threads, drafts, []).flatMap(({ draft: body, id }) => (body === null ? [] : [id]))

  it('stands with the line it is from, else with the newest thread of its number', () => {
    expect(drafted(draft(supportLine.address))).toEqual([`${supportLine.address}|${anna.address}`])
    expect(drafted(draft(null))).toEqual([`${mainLine.address}|${anna.address}`])
    expect(drafted(draft('+19990000000'))).toEqual([`${mainLine.address}|${anna.address}`])
  })

  it('of blanks alone is none', () => {
    expect(drafted(draft(null, '  \n'))).toEqual([])
  })
})

describe('scheduled messages', () => {
  it('are counted with their thread, and known to wait for the user', () => {
    const scheduled = (id: string, heldBecause: string | null) => ({
      id,
      line: supportLine.address,
      other: layla,
      body: 'Tomorrow.',
      dueAtMs: nowMs,
      afterId: null,
      heldBecause
    })
    const listed = listThreads(threads, [], [scheduled('one', null), scheduled('two', 'missed')])
    const counted = listed.filter(({ scheduledCount }) => scheduledCount > 0)
    expect(counted).toMatchObject([{ id: `${supportLine.address}|${layla.address}`, scheduledCount: 2 }])
    expect(counted[0]?.isHeld).toBe(true)
  })
})

describe('what was found', () => {
  const found = (id: string, kind: FoundText['kind']): FoundText => ({
    kind,
    id,
    party: anna,
    atMs: 0,
    text: 'x'
  })

  it('stands below the threads under a heading, messages only', () => {
    const rows = rowsOf(listThreads(threads.slice(0, 1), [], []), [found('n', 'note'), found('m', 'message')])
    expect(rows.map(({ kind, id }) => [kind, id])).toEqual([
      ['thread', idOf(0)],
      ['heading', 'heading'],
      ['found', 'found m']
    ])
    expect(rowsOf([], [found('n', 'note')])).toEqual([])
  })
})
