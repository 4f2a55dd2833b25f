import { useEffect, useRef } from 'react'

/** What is asked for before the answer it is about is there waits for it, unless it is forgotten first: another text was typed. */
export function useOnceSettled<A>(isSettled: boolean, act: (how: A) => void) {
  const awaited = useRef<{ readonly how: A } | null>(null)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!isSettled || awaited.current === null) return
    const { how } = awaited.current
    awaited.current = null
    latest.current(how)
  }, [isSettled])
  return {
    ask(how: A) {
      awaited.current = isSettled ? null : { how }
      if (isSettled) act(how)
    },
    forget() {
      awaited.current = null
    }
  }
}
