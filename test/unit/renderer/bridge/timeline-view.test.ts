import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  entryId,
  type TimelineView,
  viewOfPage,
  withEarlierPage,
  withEntry,
  withoutEntry
} from '../../../../src/renderer/bridge/timeline-view.ts'
import type { TimelineEntry, TimelinePage } from '../../../../src/shared/domain/timeline.ts'

const note = (id: number, atMs: number, body = ''): TimelineEntry => ({
  kind: 'note',
  atMs,
  note: { id: String(id), address: '+15551234567', body, atMs }
})
const gap = (fromMs: number): TimelineEntry => ({
  kind: 'gap',
  atMs: fromMs,
  gap: { fromMs, toMs: fromMs + 5, reason: null }
})
const idsOf = ({ entries }: TimelineView) => entries.map(entryId)
const cursor = (atMs: number, id: number) => ({ atMs, kind: 'note', id: String(id) }) as const

describe('what was read of a timeline', () => {
  it('takes an entry in its place, and the newest word on one that is there', () => {
    const view = viewOfPage({ entries: [note(1, 10), note(3, 30)], earlier: null })
    const told = withEntry(withEntry(view, note(2, 20)), note(3, 30, 'changed'))
    expect(idsOf(told)).toEqual(['note 1', 'note 2', 'note 3'])
    expect(told.entries[2]).toMatchObject({ note: { body: 'changed' } })
    expect(idsOf(withEntry(told, note(1, 40)))).toEqual(['note 2', 'note 3', 'note 1'])
  })

  it('leaves what is older than its pages to the page that holds it, and knows that it was told', () => {
    const view = viewOfPage({ entries: [note(5, 50)], earlier: cursor(50, 5) })
    const told = withoutEntry(withEntry(view, note(4, 40)), 'note 3')
    expect(idsOf(told)).toEqual(['note 5'])
    expect(told.unreadChangeCount).toBe(2)
    expect(withEntry(view, note(6, 60)).unreadChangeCount).toBe(0)
  })

  it('puts a gap that began within an earlier page where it began', () => {
    const view = viewOfPage({ entries: [gap(35), note(5, 50)], earlier: cursor(50, 5) })
    const page: TimelinePage = { entries: [note(3, 30), gap(35), note(4, 40)], earlier: null }
    expect(idsOf(withEarlierPage(view, page))).toEqual(['note 3', 'gap 35', 'note 4', 'note 5'])
  })

  it('is the same timeline, whatever is told between which pages', () => {
    const changes = fc.array(
      fc.record({ afterPages: fc.nat(6), id: fc.nat(60), atMs: fc.nat(300), isRemoval: fc.boolean() })
    )
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 20 }), (told, perPage) => {
        // The ledger: what is told is true there at once.
        const ledger = new Map(Array.from({ length: 40 }, (_, id) => [id, note(id, id * 5)]))
        const all = () => [...ledger.values()].toSorted((a, b) => a.atMs - b.atMs || idOf(a) - idOf(b))
        const read = (before: TimelineView['earlier']): TimelinePage => {
          const older = all().filter(
            (entry) =>
              !before ||
              entry.atMs < before.atMs ||
              (entry.atMs === before.atMs && idOf(entry) < Number(before.id))
          )
          const entries = older.slice(-perPage)
          const [first] = entries
          return {
            entries,
            earlier: first && older.length > perPage ? cursor(first.atMs, idOf(first)) : null
          }
        }
        let view = viewOfPage(read(null))
        for (let pages = 0; pages < 80; pages += 1) {
          for (const { id, atMs, isRemoval } of told.filter(({ afterPages }) => afterPages === pages)) {
            if (isRemoval) ledger.delete(id)
            else ledger.set(id, note(id, atMs, 'told'))
            view = isRemoval ? withoutEntry(view, `note ${id}`) : withEntry(view, note(id, atMs, 'told'))
          }
          if (view.earlier) view = withEarlierPage(view, read(view.earlier))
        }
        expect(view.earlier).toBeNull()
        expect(new Set(view.entries)).toEqual(new Set(all()))
        const times = view.entries.map(({ atMs }) => atMs)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
      })
    )
  })
})

const idOf = (entry: TimelineEntry): number => (entry.kind === 'note' ? Number(entry.note.id) : -1)
