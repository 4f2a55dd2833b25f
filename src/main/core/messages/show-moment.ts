/** A date and time in words, by the clock of the computer. */
export const showMoment = (atMs: number): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(atMs)
