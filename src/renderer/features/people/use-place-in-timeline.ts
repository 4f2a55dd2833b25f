import { useLayoutEffect, useRef } from 'react'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'
import { entryId } from '../../bridge/index.ts'

const nearEndPx = 80

/**
 * Opens a scroller at its end, or at the call that was opened where that is not in view, and keeps it at its end as entries
 * come, unless the reader has scrolled away from it. What comes above moves nothing.
 */
export function usePlaceInTimeline(entries: readonly TimelineEntry[], openCallId: string | null) {
  const scroller = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const lastTop = useRef(0)
  const lastHeight = useRef(0)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const onScroll = () => {
      const isNearEnd = element.scrollHeight - element.clientHeight - element.scrollTop < nearEndPx
      // What is far from the end because more came below was not left by the reader.
      if (isNearEnd || element.scrollTop < lastTop.current) isAtEnd.current = isNearEnd
      lastTop.current = element.scrollTop
      lastHeight.current = element.scrollHeight
    }
    const stick = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight
    })
    element.addEventListener('scroll', onScroll, { passive: true })
    stick.observe(element)
    if (element.lastElementChild) stick.observe(element.lastElementChild)
    return () => {
      element.removeEventListener('scroll', onScroll)
      stick.disconnect()
    }
  }, [])

  const lastFirstId = useRef<string | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    const [first] = entries
    if (!element || !first) return
    const firstId = entryId(first)
    const cameAboveAtTop = lastFirstId.current !== firstId && element.scrollTop === 0
    lastFirstId.current = firstId
    // The browser keeps the place by itself, but not at the very top, where earlier entries are asked for.
    if (isAtEnd.current) element.scrollTop = element.scrollHeight
    else if (cameAboveAtTop) element.scrollTop = element.scrollHeight - lastHeight.current
    lastHeight.current = element.scrollHeight
  }, [entries])

  /** The call last looked for: one that turns up among earlier entries does not take the reader away from them. */
  const soughtCallId = useRef<string | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || entries.length === 0 || soughtCallId.current === openCallId) return
    soughtCallId.current = openCallId
    const open = element.querySelector('[data-open]')
    if (!open) return
    const { top, bottom } = open.getBoundingClientRect()
    const view = element.getBoundingClientRect()
    if (top >= view.top && bottom <= view.bottom) return
    isAtEnd.current = false
    // Not `scrollIntoView`, which would scroll whatever is around it too.
    element.scrollTop += (top + bottom) / 2 - (view.top + view.bottom) / 2
  }, [openCallId, entries])
  return scroller
}
