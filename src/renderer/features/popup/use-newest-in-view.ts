import { type RefObject, useEffect } from 'react'

/** Scrolls the newest card into view where there are more than fit; not while someone is at the cards, whose buttons would move. */
export function useNewestInView(frame: RefObject<HTMLElement | null>, newestId: string | undefined): void {
  useEffect(() => {
    const { current } = frame
    if (newestId === undefined || !current || current.matches(':hover, :focus-within')) return
    current.scrollTo({ top: current.scrollHeight })
  }, [frame, newestId])
}
