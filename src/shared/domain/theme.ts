import { z } from 'zod'

/** Light or dark, or as the system is. */
export const themeSchema = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof themeSchema>
