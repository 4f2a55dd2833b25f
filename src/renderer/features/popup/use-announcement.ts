import { useEffect, useRef, useState } from 'react'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import { announcementOf } from './describe-card.ts'

/** What a screen reader should be told of the cards: each new one, and each turn of an old one. */
export function useAnnouncement(cards: readonly PopupCard[]): string {
  const told = useRef(new Map<string, string>())
  const [announcement, setAnnouncement] = useState('')
  useEffect(() => {
    const news = cards.filter(({ call }) => told.current.get(call.id) !== call.state)
    told.current = new Map(cards.map(({ call }) => [call.id, call.state]))
    // The region must stand empty in the page before its words come, or they are not read.
    if (news.length > 0) setAnnouncement(news.map(announcementOf).join('. '))
  }, [cards])
  return announcement
}
