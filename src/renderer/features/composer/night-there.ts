import { formatClock } from '../../time/index.ts'

const nightFromHour = 21
const dayFromHour = 8

/** The clock in `timeZone` where it is night there, from nine in the evening to eight; null by day, and for a zone unknown. */
export function nightClock(timeZone: string | null, nowMs: number): string | null {
  if (timeZone === null) return null
  const clock = clockIn(timeZone, nowMs)
  if (clock === null) return null
  const hour = Number(clock.slice(0, 2))
  return hour >= nightFromHour || hour < dayFromHour ? clock : null
}

/** The zone is the main process's guess, and may be one that this Chromium does not know. */
function clockIn(timeZone: string, nowMs: number): string | null {
  try {
    return formatClock(nowMs, timeZone)
  } catch {
    return null
  }
}
