/** A date and time in words, by the clock of the computer. */
export const showMoment = (atMs: number): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(atMs)

/** Of today the time alone. */
export function showMomentBriefly(atMs: number, nowMs: number): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString()
  return isToday ? new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(atMs) : showMoment(atMs)
}
