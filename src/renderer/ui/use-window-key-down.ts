import { useEffect, useRef } from 'react'

/** Calls `listener`, as last rendered, for keys pressed anywhere in the window. */
export function useWindowKeyDown(listener: (event: KeyboardEvent) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => latest.current(event)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
