import { z } from 'zod'

/** A time zone that clocks can be shown in, e.g. `America/New_York`; null for whatever is none. */
export const timeZoneSchema = z.string().refine(isTimeZone).nullable().catch(null)

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).format() !== ''
  } catch {
    return false
  }
}
