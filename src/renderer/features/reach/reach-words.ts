import type { Reach } from '../../../shared/domain/reach.ts'
import { t } from '../../text/text.ts'
import { formatClock, formatDate, isSameDay } from '../../time/index.ts'

/** `12:04` of today, else `Nov 20, 12:04`. */
export function sinceText(sinceMs: number, nowMs: number, timeZone: string | undefined): string {
  const clock = formatClock(sinceMs, timeZone)
  return isSameDay(sinceMs, nowMs, timeZone)
    ? clock
    : t('reach.dateAndClock', { date: formatDate(sinceMs, nowMs, timeZone), clock })
}

const dayMs = 86_400_000

/** `May 26, 2027`; less than a day before or after it, with the clock. */
export function endText(endsAtMs: number, nowMs: number, timeZone: string | undefined): string {
  const date = formatDate(endsAtMs, nowMs, timeZone)
  return Math.abs(endsAtMs - nowMs) < dayMs
    ? t('reach.dateAndClock', { date, clock: formatClock(endsAtMs, timeZone) })
    : date
}

/** `Calls can’t reach this computer since 12:04`, without an end. */
export function stateText(
  { state, sinceMs }: Pick<Reach, 'state' | 'sinceMs'>,
  nowMs: number,
  timeZone: string | undefined
): string {
  if (sinceMs === 0) return t('reach.state.unknown')
  return t(`reach.state.${state}Since`, { since: sinceText(sinceMs, nowMs, timeZone) })
}

/** Why it is so: that of the whole, else what the tunnel said last. */
export const reasonOf = ({ reason, tunnel, state }: Pick<Reach, 'reason' | 'tunnel' | 'state'>) =>
  reason ?? (state === 'listening' ? null : tunnel.reason)

/** When it is tried again, to the second; null where nothing waits for that. */
export function nextTryText({ nextTryAtMs }: Reach['tunnel'], nowMs: number): string | null {
  if (nextTryAtMs === null) return null
  const seconds = Math.ceil((nextTryAtMs - nowMs) / 1_000)
  return seconds > 0 ? t('reach.nextTry', { count: seconds }) : t('reach.tryingNow')
}

/** `14 min`, `2 h 5 min`, `3 days 2 h`. */
export function spanLength(fromMs: number, toMs: number): string {
  const minutes = Math.floor((toMs - fromMs) / 60_000)
  const hours = Math.floor(minutes / 60)
  if (minutes < 1) return t('reach.gaps.underMinute')
  if (hours < 1) return t('reach.gaps.minutes', { minutes })
  if (minutes % 60 === 0 && hours < 24) return t('reach.gaps.wholeHours', { hours })
  if (hours < 24) return t('reach.gaps.hours', { hours, minutes: minutes % 60 })
  return t('reach.gaps.days', { count: Math.floor(hours / 24), hours: hours % 24 })
}
