import { type RefObject, useEffect, useRef } from 'react'

/** Tells how tall an element is, in whole CSS pixels, now and whenever that changes: a window is to fit it. */
export function useFitHeight(frame: RefObject<HTMLElement | null>, tell: (heightPx: number) => void): void {
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      latest.current(Math.ceil(element.getBoundingClientRect().height))
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
}
