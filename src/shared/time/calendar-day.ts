import { dateFormatter } from './date-formatter.ts'

const dayMs = 86_400_000
const toTheSecond: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23'
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
export function offsetMs(atMs: number, timeZone: string | undefined): number {
  const parts = dateFormatter(timeZone, toTheSecond).formatToParts(atMs)
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0)
  const wallMs = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second')
  )
  return wallMs - Math.floor(atMs / 1_000) * 1_000
}

/** How many days the day of `laterMs` comes after that of `atMs` in the zone; below zero where it comes before. */
export const daysBetween = (atMs: number, laterMs: number, timeZone: string | undefined): number =>
  dayNumber(laterMs, timeZone) - dayNumber(atMs, timeZone)

export const isSameDay = (oneMs: number, otherMs: number, timeZone: string | undefined): boolean =>
  daysBetween(oneMs, otherMs, timeZone) === 0

const dayNumber = (atMs: number, timeZone: string | undefined): number =>
  Math.floor((atMs + offsetMs(atMs, timeZone)) / dayMs)

/** `2026-11-24`, as date fields write a day. */
export const dayTextOf = (atMs: number, timeZone: string | undefined): string =>
  new Date(atMs + offsetMs(atMs, timeZone)).toISOString().slice(0, 10)

/** When the day `2026-11-24` begins in the zone; null for what is no day. */
export function dayStartMs(dayText: string, timeZone: string | undefined): number | null {
  const utcMs = Date.parse(`${dayText}T00:00:00Z`)
  if (Number.isNaN(utcMs)) return null
  // The offset at the day's UTC midnight may be that of the other side of a clock change.
  const guessMs = utcMs - offsetMs(utcMs, timeZone)
  return utcMs - offsetMs(guessMs, timeZone)
}

/** When the day ends in the zone: the next begins. */
export function dayEndMs(dayText: string, timeZone: string | undefined): number | null {
  const utcMs = Date.parse(`${dayText}T00:00:00Z`)
  if (Number.isNaN(utcMs)) return null
  return dayStartMs(new Date(utcMs + dayMs).toISOString().slice(0, 10), timeZone)
}
