import { type RefObject, useEffect } from 'react'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'

/**
 * Keeps the newest card ready for the keyboard, so that the hotkey leads to it and a screen reader begins there: an element can be
 * the active one of a window that has no focus. What someone has moved to stays.
 */
export function useNewestFocused(
  frame: RefObject<HTMLElement | null>,
  cards: readonly PopupCard[] | undefined
): void {
  useEffect(() => {
    if (cards === undefined) return
    const focusNewest = () => {
      const { activeElement } = document
      const isFree = activeElement === document.body || activeElement === null
      const isOlderCard = activeElement?.tagName === 'ARTICLE' && !document.hasFocus()
      if (isFree || isOlderCard) frame.current?.querySelector('article')?.focus({ preventScroll: true })
    }
    focusNewest()
    window.addEventListener('focus', focusNewest)
    return () => window.removeEventListener('focus', focusNewest)
  }, [frame, cards])
}
