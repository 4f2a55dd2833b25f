import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus where the screen's first answer is given, once it comes to be shown. */
export function useFirstFocus<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null)
  useEffect(() => {
    ref.current?.focus()
  }, [])
  return ref
}
