import { z } from 'zod'
import { callSchema } from './call.ts'
import { messageSchema } from './message.ts'

/** One entry of the timeline with a number: calls and messages, oldest first. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), atMs: z.number(), call: callSchema }),
  z.object({ kind: z.literal('message'), atMs: z.number(), message: messageSchema })
])
export type TimelineEntry = z.infer<typeof timelineEntrySchema>
