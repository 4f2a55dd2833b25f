import { isSameDay } from '../../shared/time/calendar-day.ts'
import { formatClock, formatDate } from '../../shared/time/format-clock.ts'
import { t } from '../text/text.ts'

const minuteMs = 60_000

/** `12:04–12:19` of today, `12:04` where it is over within that minute, else with its date, or both dates where the span holds a midnight. */
export function formatSpan(
  fromMs: number,
  toMs: number,
  nowMs: number,
  timeZone: string | undefined
): string {
  const from = formatClock(fromMs, timeZone)
  const to = formatClock(toMs, timeZone)
  const fromDate = formatDate(fromMs, nowMs, timeZone)
  if (!isSameDay(fromMs, toMs, timeZone)) {
    return t('time.spanOfDays', {
      from: `${fromDate}, ${from}`,
      to: `${formatDate(toMs, nowMs, timeZone)}, ${to}`
    })
  }
  const clocks = toMs - fromMs < minuteMs && from === to ? from : t('time.span', { from, to })
  return isSameDay(fromMs, nowMs, timeZone) ? clocks : `${fromDate}, ${clocks}`
}
