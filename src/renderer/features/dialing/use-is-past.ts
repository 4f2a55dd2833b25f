import { useEffect, useState } from 'react'

/** Whether the moment `atMs` has come; rendered again when it does. */
export function useIsPast(atMs: number): boolean {
  const [passedMs, setPassedMs] = useState(() => (Date.now() >= atMs ? atMs : Number.NEGATIVE_INFINITY))
  useEffect(() => {
    const timer = setTimeout(() => setPassedMs(atMs), atMs - Date.now())
    return () => clearTimeout(timer)
  }, [atMs])
  return passedMs >= atMs
}
