import { isSameDay } from '../time/calendar-day.ts'
import { dateFormatter } from '../time/date-formatter.ts'

/** How long this app can be told to stay quiet. */
export const quietChoices = ['half-hour', 'hour', 'four-hours', 'tomorrow', 'until-off'] as const
export type QuietChoice = (typeof quietChoices)[number]

const minuteMs = 60_000
/** The last moment that a date can name: quiet until it is turned off. */
export const quietUntilOffMs = 8_640_000_000_000_000
const morningHour = 8

const durationMs = {
  'half-hour': 30 * minuteMs,
  hour: 60 * minuteMs,
  'four-hours': 240 * minuteMs
} as const

/** When a quiet that begins at `nowMs` ends; tomorrow is at eight, by the clock of the computer. */
export function quietEndMs(choice: QuietChoice, nowMs: number): number {
  if (choice === 'until-off') return quietUntilOffMs
  if (choice !== 'tomorrow') return nowMs + durationMs[choice]
  const now = new Date(nowMs)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, morningHour).getTime()
}

/** Until when it is quiet at `nowMs`; null where that is over or was never asked for. */
export const quietAt = (quietUntilMs: number | null, nowMs: number): number | null =>
  quietUntilMs !== null && quietUntilMs > nowMs ? quietUntilMs : null

/** `14:30`, with the weekday where that is not today; in `timeZone` or, without one, in the system's. */
export function formatQuietEnd(untilMs: number, nowMs: number, timeZone: string | undefined): string {
  return dateFormatter(timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(!isSameDay(untilMs, nowMs, timeZone) && { weekday: 'short' })
  }).format(untilMs)
}
