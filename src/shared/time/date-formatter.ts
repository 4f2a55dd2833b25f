// Making a formatter costs a hundred times its use, and lists and exports use one for each time they show.
const made = new Map<string, Intl.DateTimeFormat>()

/** The formatter of those options in `timeZone` or, without one, in the system's; made once. */
export function dateFormatter(
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
  const key = `${timeZone ?? ''} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en', { ...(timeZone ? { timeZone } : {}), ...options })
  made.set(key, formatter)
  return formatter
}
