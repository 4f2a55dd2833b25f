import { dateFormatter } from './date-formatter.ts'

/** `14:02`, in `timeZone` or, without one, in the system's. */
export const formatClock = (atMs: number, timeZone: string | undefined): string =>
  dateFormatter(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs)

/** `Nov 20`, with the year where it is not this one. */
export function formatDate(atMs: number, nowMs: number, timeZone: string | undefined): string {
  const year = dateFormatter(timeZone, { year: 'numeric' })
  const isThisYear = year.format(atMs) === year.format(nowMs)
  return dateFormatter(timeZone, {
    month: 'short',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' })
  }).format(atMs)
}

/** `Nov 20, 14:02`, with the year where it is not this one. */
export const formatDateAndClock = (atMs: number, nowMs: number, timeZone: string | undefined): string =>
  `${formatDate(atMs, nowMs, timeZone)}, ${formatClock(atMs, timeZone)}`
