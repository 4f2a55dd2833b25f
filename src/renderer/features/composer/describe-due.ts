import { t } from '../../text/text.ts'
import { formatClock, formatDay, isSameDay } from '../../time/index.ts'

const dayMs = 86_400_000

/** `today at 14:05`, `tomorrow at 09:00`, `Monday, Nov 30 at 09:00`. */
export function describeDue(dueAtMs: number, nowMs: number, timeZone: string | undefined): string {
  const clock = formatClock(dueAtMs, timeZone)
  if (isSameDay(dueAtMs, nowMs, timeZone)) return t('composer.todayAt', { clock })
  if (isSameDay(dueAtMs - dayMs, nowMs, timeZone)) return t('composer.tomorrowAt', { clock })
  return t('composer.dayAt', { day: formatDay(dueAtMs, nowMs, timeZone), clock })
}
