import { daysBetween, isSameDay } from '../../shared/time/calendar-day.ts'
import { dateFormatter } from '../../shared/time/date-formatter.ts'
import { formatClock, formatDate } from '../../shared/time/format-clock.ts'
import { t } from '../text/text.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

const format = (atMs: number, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): string =>
  dateFormatter(timeZone, options).format(atMs)

/** `14:02:09`, with the date where it is not today's. */
export function formatSecond(atMs: number, nowMs: number, timeZone: string | undefined): string {
  const clock = format(atMs, timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23'
  })
  return isSameDay(atMs, nowMs, timeZone) ? clock : `${formatDate(atMs, nowMs, timeZone)}, ${clock}`
}

/** `Today`, `Yesterday`, or the weekday and date: the heading of a day. */
export function formatDay(atMs: number, nowMs: number, timeZone: string | undefined): string {
  const daysAgo = daysBetween(atMs, nowMs, timeZone)
  if (daysAgo === 0) return t('time.today')
  if (daysAgo === 1) return t('time.yesterday')
  return `${format(atMs, timeZone, { weekday: 'long' })}, ${formatDate(atMs, nowMs, timeZone)}`
}

/** Relative up to an hour, then the clock of today, then the date. */
export function formatMoment(atMs: number, nowMs: number, timeZone: string | undefined): string {
  const agoMs = nowMs - atMs
  // The main process's clock and ours tick apart by a little: a moment to come is now.
  if (agoMs < minuteMs) return t('time.now')
  if (agoMs < hourMs) return t('time.minutesAgo', { count: Math.floor(agoMs / minuteMs) })
  if (isSameDay(atMs, nowMs, timeZone)) return formatClock(atMs, timeZone)
  return formatDate(atMs, nowMs, timeZone)
}

/** The date and clock in full, for tooltips. */
export const formatExactly = (atMs: number, timeZone: string | undefined): string =>
  format(atMs, timeZone, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' })

/** `0:42`, `12:05`, `1:02:03`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000))
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
