import { useEffect, useState } from 'react'

const armedAfterMs = 700

/** False for a moment after `key` changes, so that a click meant for what was there before does nothing. */
export function useArmed(key: string): boolean {
  const [armedKey, setArmedKey] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setArmedKey(key), armedAfterMs)
    return () => clearTimeout(timer)
  }, [key])
  return armedKey === key
}
