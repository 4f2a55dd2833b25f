/* oxlint-disable react/refs -- where the reader was is no state: nothing is rendered anew by scrolling, but what is rendered
   next must tell virtua in the same pass what came in above */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { VListHandle } from 'virtua'

interface KeptPlace {
  /** Whether virtua is to keep the distance from the end, for rows that came in or left above. */
  readonly shift: boolean
  readonly remember: () => void
}

/** What was at the top edge when the reader last scrolled, and how many rows there were. */
interface Anchor {
  readonly id: string
  readonly index: number
  readonly rowCount: number
}

/**
 * Keeps the reader's place as rows come, leave and move above it. At the very top there is no place to keep: there a new row
 * pushes in.
 */
export function useKeptPlace(
  list: RefObject<VListHandle | null>,
  scroller: () => HTMLElement | null,
  rowCount: number,
  idAt: (index: number) => string | undefined,
  indexOf: (id: string) => number
): KeptPlace {
  const anchor = useRef<Anchor | null>(null)
  const before = anchor.current
  const index = before ? indexOf(before.id) : -1
  const movedBy = before && index >= 0 ? index - before.index : 0
  const shift = before !== null && movedBy !== 0 && movedBy === rowCount - before.rowCount

  const remember = () => {
    const offset = list.current?.scrollOffset ?? 0
    const top = list.current?.findItemIndex(offset) ?? 0
    const id = idAt(top)
    anchor.current = offset > 0 && id !== undefined ? { id, index: top, rowCount } : null
  }

  useLayoutEffect(() => {
    if (!before) return
    // Rows that changed places without changing their number: virtua cannot know, so the scroller follows.
    if (movedBy !== 0 && !shift) follow(list.current, scroller(), before.index, index)
    if (index < 0) remember()
    else anchor.current = { id: before.id, index, rowCount }
  })
  return { shift, remember }
}

/** Scrolls as far as the two rows are apart, from where the element is: virtua learns of its own jumps only by later events. */
function follow(list: VListHandle | null, scroller: HTMLElement | null, from: number, to: number): void {
  if (list && scroller) scroller.scrollTop += list.getItemOffset(to) - list.getItemOffset(from)
}
