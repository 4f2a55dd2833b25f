import { offsetMs } from '../../time/index.ts'

/** `2026-11-24T12:11:35-05:00`: the moment as a clock of the zone shows it, and how that differs from UTC. */
export const isoInZone = (atMs: number, timeZone: string | undefined): string => wallTime(atMs, timeZone, 19)

/** The same to the millisecond, `2026-11-24T12:11:35.250-05:00`: what is read again must not lose its order. */
export const exactIsoInZone = (atMs: number, timeZone: string | undefined): string =>
  wallTime(atMs, timeZone, 23)

/** `2026-11-24T17:11:35Z` */
export const isoInUtc = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19)}Z`

function wallTime(atMs: number, timeZone: string | undefined, length: number): string {
  const aheadMs = offsetMs(atMs, timeZone)
  const wall = new Date(atMs + aheadMs).toISOString().slice(0, length)
  const minutes = Math.abs(Math.round(aheadMs / 60_000))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${wall}${aheadMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
