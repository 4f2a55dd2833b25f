export { TimeZoneProvider, useNow, useTimeZone } from './clock.tsx'
export { formatDay, formatDuration, isSameDay } from './format-time.ts'
export { ClockTime, Moment, Timer } from './moment.tsx'
