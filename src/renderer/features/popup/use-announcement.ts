import { useEffect, useRef, useState } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import { announcementOf } from './describe-card.ts'

/** What a screen reader should be told of the cards' calls: each new one, and each turn of an old one. */
export function useAnnouncement(calls: readonly Call[]): string {
  const told = useRef(new Map<string, string>())
  const [announcement, setAnnouncement] = useState('')
  useEffect(() => {
    const news = calls.filter((call) => told.current.get(call.id) !== call.state)
    told.current = new Map(calls.map((call) => [call.id, call.state]))
    // The region must stand empty in the page before its words come, or they are not read.
    if (news.length > 0) setAnnouncement(news.map(announcementOf).join('. '))
  }, [calls])
  return announcement
}
