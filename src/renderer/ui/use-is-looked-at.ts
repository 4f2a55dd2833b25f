import { useEffect, useState } from 'react'

const readIsLookedAt = () => document.visibilityState === 'visible' && document.hasFocus()

/** Whether someone can be looking at the window: it is in front and has the keyboard. */
export function useIsLookedAt(): boolean {
  const [isLookedAt, setIsLookedAt] = useState(readIsLookedAt)
  useEffect(() => {
    const update = () => setIsLookedAt(readIsLookedAt())
    window.addEventListener('focus', update)
    window.addEventListener('blur', update)
    document.addEventListener('visibilitychange', update)
    return () => {
      window.removeEventListener('focus', update)
      window.removeEventListener('blur', update)
      document.removeEventListener('visibilitychange', update)
    }
  }, [])
  return isLookedAt
}
