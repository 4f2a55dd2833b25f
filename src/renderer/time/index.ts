export {
  dayEndMs,
  dayStartMs,
  daysBetween,
  dayTextOf,
  isSameDay,
  offsetMs
} from '../../shared/time/calendar-day.ts'
export { formatClock, formatDate, formatDateAndClock } from '../../shared/time/format-clock.ts'
export { TimeZoneProvider, useNow, useTimeZone } from './clock.tsx'
export { formatSpan } from './format-span.ts'
export { formatDay, formatDuration } from './format-time.ts'
export { ClockTime, ExactTime, Moment, Timer } from './moment.tsx'
