export { TimeZoneProvider, useNow, useTimeZone } from './clock.tsx'
export { formatClock, formatDay, formatDuration, formatMoment, isSameDay } from './format-time.ts'
export { ClockTime, Moment, Timer } from './moment.tsx'
