import type { Place } from '../../../shared/domain/popup-card.ts'
import { t } from '../../text/text.ts'
import { formatClock, useNow } from '../../time/index.ts'
import styles from './caller-card.module.css'

const minuteMs = 60_000

/** Where the number is from, and the time there. */
export function CardPlace({ place }: { readonly place: Place }) {
  const time = clockIn(place.timeZone, useNow(minuteMs))
  const there = time === null ? null : t('popup.there', { time })
  return (
    <span className={styles.quiet} title={t('popup.placeGuess')}>
      {[place.name, there].filter(Boolean).join(', ')}
    </span>
  )
}

function clockIn(timeZone: string | null, nowMs: number): string | null {
  if (timeZone === null) return null
  try {
    return formatClock(nowMs, timeZone)
  } catch {
    // A zone that is newer than this Chromium.
    return null
  }
}
