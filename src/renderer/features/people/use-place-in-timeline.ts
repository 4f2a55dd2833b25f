import { useLayoutEffect, useRef, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'
import { entryId } from '../../bridge/index.ts'

const nearEndPx = 80
/** How long a glide that a key began goes on, whatever is scrolled to meanwhile. */
const glideMs = 400

/** What the reader sees at the top edge: which entry that is, and how far below the edge it begins. */
interface Anchor {
  readonly id: string
  readonly index: number
  readonly topPx: number
}

/**
 * Opens a scroller at its end and keeps it there as entries come, unless the reader has scrolled away from it: then whatever
 * comes, leaves or turns out taller above moves nothing. `soughtId` is an entry to be brought into view once it is there, as long
 * as the reader has not gone elsewhere.
 */
export function usePlaceInTimeline(entries: readonly TimelineEntry[], soughtId: string | null) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<VirtualizerHandle>(null)
  const isAtEnd = useRef(true)
  const anchor = useRef<Anchor | null>(null)
  const isHeld = useRef(false)
  const { prependedCount, shift } = usePrepended(entries)
  const latest = useRef(entries)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    let lastTop = element.scrollTop
    let jumpedAtMs = Number.NEGATIVE_INFINITY
    const onScroll = ({ timeStamp }: Event) => {
      const isNearEnd = element.scrollHeight - element.clientHeight - element.scrollTop < nearEndPx
      if (isAtEnd.current && !isNearEnd && timeStamp - jumpedAtMs < glideMs) {
        element.scrollTop = element.scrollHeight
        return
      }
      // What is far from the end because more came below was not left by the reader.
      if (isNearEnd || element.scrollTop < lastTop) isAtEnd.current = isNearEnd
      lastTop = element.scrollTop
      if (!isHeld.current) anchor.current = anchorIn(element, list.current, latest.current)
    }
    // The browser glides to what was the end or the beginning when the key went down; what is measured or read on the way moves it.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.target !== element || (event.key !== 'End' && event.key !== 'Home')) return
      event.preventDefault()
      isAtEnd.current = event.key === 'End'
      element.scrollTop = isAtEnd.current ? element.scrollHeight : 0
      jumpedAtMs = event.timeStamp
    }
    const stick = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight
    })
    element.addEventListener('scroll', onScroll, { passive: true })
    element.addEventListener('keydown', onKeyDown)
    for (const part of [element, ...element.children]) stick.observe(part)
    return () => {
      element.removeEventListener('scroll', onScroll)
      element.removeEventListener('keydown', onKeyDown)
      stick.disconnect()
    }
  }, [])

  useLayoutEffect(() => {
    latest.current = entries
    const element = scroller.current
    if (!element) return
    if (isAtEnd.current) {
      element.scrollTop = element.scrollHeight
      return
    }
    const seen = anchor.current
    if (!seen) return
    const expected = seen.index + prependedCount
    const index = indexNear(entries, seen.id, expected)
    anchor.current = { ...seen, index: index ?? expected }
    // What came in front or behind moves nothing by itself; what came or left in between does.
    if (index !== expected) return holdPlace(element, seen, isHeld)
  }, [entries, prependedCount])

  const broughtId = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (soughtId === null || broughtId.current === soughtId) return
    const index = entries.findIndex((entry) => entryId(entry) === soughtId)
    if (index < 0) return
    if (broughtId.current === null && !isAtEnd.current) {
      broughtId.current = soughtId
      return
    }
    // Where it stands is known once the rows around the end were measured, which takes a frame or two.
    return afterFrames(2, () => {
      broughtId.current = soughtId
      if (!scroller.current || isInView(scroller.current, soughtId)) return
      isAtEnd.current = false
      list.current?.scrollToIndex(index, { align: 'center' })
    })
  }, [soughtId, entries])

  return { scroller, list, shift }
}

/** How many entries were read in front of the others when they last changed. */
function usePrepended(entries: readonly TimelineEntry[]): { prependedCount: number; shift: boolean } {
  const [seen, setSeen] = useState({ entries, prependedCount: 0 })
  const now =
    seen.entries === entries ? seen : { entries, prependedCount: countPrepended(seen.entries, entries) }
  if (now !== seen) setSeen(now)
  return { prependedCount: now.prependedCount, shift: now.prependedCount > 0 }
}

function countPrepended(before: readonly TimelineEntry[], after: readonly TimelineEntry[]): number {
  const count = after.length - before.length
  const [first] = before
  const same = after[count]
  return count > 0 && first !== undefined && same !== undefined && entryId(first) === entryId(same)
    ? count
    : 0
}

/** Where the entry of that id stands, looked for outwards from where it was; null where it is gone. */
function indexNear(entries: readonly TimelineEntry[], id: string, near: number): number | null {
  for (let distance = 0; distance < entries.length; distance += 1) {
    for (const index of [near - distance, near + distance]) {
      const entry = entries[index]
      if (entry && entryId(entry) === id) return index
    }
  }
  return null
}

const rowsIn = (scroller: HTMLElement): readonly HTMLElement[] => [
  ...scroller.querySelectorAll<HTMLElement>('[data-entry]')
]

const rowOf = (scroller: HTMLElement, id: string): HTMLElement | undefined =>
  rowsIn(scroller).find(({ dataset }) => dataset['entry'] === id)

function anchorIn(
  scroller: HTMLElement,
  list: VirtualizerHandle | null,
  entries: readonly TimelineEntry[]
): Anchor | null {
  const index = list?.findItemIndex(scroller.scrollTop) ?? -1
  const entry = entries[index]
  if (!entry) return null
  const id = entryId(entry)
  const row = rowOf(scroller, id)
  return row ? { id, index, topPx: topIn(scroller, row) } : null
}

const topIn = (scroller: HTMLElement, row: HTMLElement): number =>
  row.getBoundingClientRect().top - scroller.getBoundingClientRect().top

/** Rows that took another's place are measured some frames later, on a busy machine many: so many without a move end it. */
const quietFrames = 20
const mostFrames = 240

/**
 * Keeps what the reader saw where it was while rows that changed places are measured anew, unless the reader moves on. The
 * returned function lets go.
 */
function holdPlace(scroller: HTMLElement, anchor: Anchor | null, isHeld: { current: boolean }): () => void {
  if (!anchor) return () => {}
  let quiet = 0
  let count = 0
  let frame = 0
  const letGo = () => {
    cancelAnimationFrame(frame)
    isHeld.current = false
    for (const kind of readerMoves) scroller.removeEventListener(kind, letGo)
  }
  const keep = () => {
    const movedPx = movedByPx(scroller, anchor)
    // Less than a pixel is how the browser rounds.
    const hasMoved = Math.abs(movedPx) >= 1
    if (hasMoved) scroller.scrollTop += movedPx
    quiet = hasMoved ? 0 : quiet + 1
    count += 1
    if (quiet < quietFrames && count < mostFrames) frame = requestAnimationFrame(keep)
    else letGo()
  }
  for (const kind of readerMoves) scroller.addEventListener(kind, letGo, { passive: true })
  isHeld.current = true
  keep()
  return letGo
}

const readerMoves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/** How far what the reader saw was moved by what is rendered now. */
function movedByPx(scroller: HTMLElement, { id, topPx }: Anchor): number {
  const row = rowOf(scroller, id)
  return row ? topIn(scroller, row) - topPx : 0
}

function isInView(scroller: HTMLElement, id: string): boolean {
  const row = rowOf(scroller, id)
  if (!row) return false
  const topPx = topIn(scroller, row)
  return topPx >= 0 && topPx + row.offsetHeight <= scroller.clientHeight
}

/** Runs `act` after that many frames; the returned function forgets it. */
function afterFrames(count: number, act: () => void): () => void {
  let frame = requestAnimationFrame(function wait() {
    count -= 1
    if (count <= 0) act()
    else frame = requestAnimationFrame(wait)
  })
  return () => cancelAnimationFrame(frame)
}
