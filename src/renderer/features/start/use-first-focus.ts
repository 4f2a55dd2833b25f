import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus where the screen's first answer is given, once it comes to be shown. */
export function useFirstFocus<E extends HTMLElement>(isFirst = true): RefObject<E | null> {
  const ref = useRef<E>(null)
  useEffect(() => {
    if (isFirst) ref.current?.focus()
  }, [isFirst])
  return ref
}
