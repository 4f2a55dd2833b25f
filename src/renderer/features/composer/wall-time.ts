import { dayTextOf, offsetMs } from '../../time/index.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** When the clock in the zone shows `2026-11-27T09:00`, as date-time fields write it; null for what is no such time. */
export function wallTimeMs(text: string, timeZone: string | undefined): number | null {
  const utcMs = Date.parse(`${text}Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(text) || Number.isNaN(utcMs)) return null
  // The offset at that hour of UTC may be that of the other side of a clock change.
  const guessMs = utcMs - offsetMs(utcMs, timeZone)
  return utcMs - offsetMs(guessMs, timeZone)
}

/** `2026-11-27T09:00` in the zone. */
export const wallTextOf = (atMs: number, timeZone: string | undefined): string =>
  new Date(atMs + offsetMs(atMs, timeZone)).toISOString().slice(0, 16)

export interface QuickTime {
  readonly id: 'hour' | 'evening' | 'tomorrow' | 'monday'
  readonly dueAtMs: number
}

/** Times that are often meant, all of them to come, no two of them the same. */
export function quickTimes(nowMs: number, timeZone: string | undefined): readonly QuickTime[] {
  const today = dayTextOf(nowMs, timeZone)
  const noonMs = wallTimeMs(`${today}T12:00`, timeZone) ?? nowMs
  // From noon to noon no clock change moves the day.
  const dayAfter = (count: number) => dayTextOf(noonMs + count * dayMs, timeZone)
  const weekday = new Date(`${today}T12:00Z`).getUTCDay()
  const toMonday = (8 - weekday) % 7 || 7
  const at = (id: QuickTime['id'], text: string): readonly QuickTime[] => {
    const dueAtMs = wallTimeMs(text, timeZone)
    return dueAtMs !== null && dueAtMs > nowMs ? [{ id, dueAtMs }] : []
  }
  return [
    { id: 'hour', dueAtMs: nowMs + hourMs },
    ...at('evening', `${today}T18:00`),
    ...at('tomorrow', `${dayAfter(1)}T09:00`),
    ...(toMonday === 1 ? [] : at('monday', `${dayAfter(toMonday)}T09:00`))
  ]
}
