import { formatClock } from '../../shared/time/format-clock.ts'
import { useNow, useTimeZone } from './clock.tsx'
import { formatDuration, formatExactly, formatMoment, formatSecond } from './format-time.ts'

/** When something happened, kept true as time passes. */
export function Moment({ atMs }: { readonly atMs: number }) {
  const timeZone = useTimeZone()
  const nowMs = useNow(30_000)
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatExactly(atMs, timeZone)}>
      {formatMoment(atMs, nowMs, timeZone)}
    </time>
  )
}

/** The clock time of something, as `14:02`. */
export function ClockTime({ atMs }: { readonly atMs: number }) {
  const timeZone = useTimeZone()
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatExactly(atMs, timeZone)}>
      {formatClock(atMs, timeZone)}
    </time>
  )
}

/** When something happened, to the second. */
export function ExactTime({ atMs }: { readonly atMs: number }) {
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatExactly(atMs, timeZone)}>
      {formatSecond(atMs, nowMs, timeZone)}
    </time>
  )
}

/** How long something has been going on, second by second; not announced, or it would never be silent. */
export function Timer({ sinceMs }: { readonly sinceMs: number }) {
  const nowMs = useNow(1_000)
  return (
    <span role="timer" aria-live="off">
      {formatDuration(nowMs - sinceMs)}
    </span>
  )
}
