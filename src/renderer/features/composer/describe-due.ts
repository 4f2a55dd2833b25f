import { t } from '../../text/text.ts'
import { daysBetween, formatClock, formatDay } from '../../time/index.ts'

/** `today at 14:05`, `tomorrow at 09:00`, `Monday, Nov 30 at 09:00`. */
export function describeDue(dueAtMs: number, nowMs: number, timeZone: string | undefined): string {
  const clock = formatClock(dueAtMs, timeZone)
  const inDays = daysBetween(nowMs, dueAtMs, timeZone)
  if (inDays === 0) return t('composer.todayAt', { clock })
  if (inDays === 1) return t('composer.tomorrowAt', { clock })
  return t('composer.dayAt', { day: formatDay(dueAtMs, nowMs, timeZone), clock })
}
