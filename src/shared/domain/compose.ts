import { z } from 'zod'

/** How a message is to be begun: empty, with the words of a text back after a missed call, or not at all. */
export const composeSchema = z.enum(['message', 'text-back']).nullable()
export type Compose = z.infer<typeof composeSchema>
