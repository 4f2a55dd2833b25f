import { isSameDay } from '../../shared/time/calendar-day.ts'
import { formatClock, formatDateAndClock } from '../../shared/time/format-clock.ts'
import type { Clock } from './ports.ts'
import type { SessionService } from './session/index.ts'

/** A clock that shows moments as the pages do: in the zone of whoever is signed in or, where that is not known, of the computer. */
export interface WallClock extends Clock {
  /** Undefined where it is the computer's. */
  timeZone(): string | undefined
  /** `Nov 20, 14:02`, with the year where it is not this one. */
  showMoment(atMs: number): string
  /** The same, but of today the time alone. */
  showMomentBriefly(atMs: number): string
}

export function createWallClock(clock: Clock, session: Pick<SessionService, 'me'>): WallClock {
  const timeZone = () => session.me()?.timeZone ?? undefined
  const showMoment = (atMs: number): string => formatDateAndClock(atMs, clock.nowMs(), timeZone())
  return {
    ...clock,
    timeZone,
    showMoment,
    showMomentBriefly: (atMs) =>
      isSameDay(atMs, clock.nowMs(), timeZone()) ? formatClock(atMs, timeZone()) : showMoment(atMs)
  }
}
