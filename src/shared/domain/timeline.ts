import { z } from 'zod'
import { callSchema } from './call.ts'
import { gapSchema } from './gap.ts'
import { messageSchema } from './message.ts'
import { noteSchema } from './note.ts'

/** One entry of the timeline with a number, oldest first; a gap stands where it began. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), atMs: z.number(), call: callSchema }),
  z.object({ kind: z.literal('message'), atMs: z.number(), message: messageSchema }),
  z.object({ kind: z.literal('note'), atMs: z.number(), note: noteSchema }),
  z.object({ kind: z.literal('gap'), atMs: z.number(), gap: gapSchema })
])
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** Where a page of a timeline ends: the next one holds what is older, by time, then kind, then id. */
export const timelineCursorSchema = z
  .object({ atMs: z.number(), kind: z.enum(['call', 'message', 'note']), id: z.string().max(200) })
  .strict()
export type TimelineCursor = z.infer<typeof timelineCursorSchema>

/** Some of a timeline, oldest first. `earlier` leads to the page before it; null where this is the beginning. */
export const timelinePageSchema = z.object({
  entries: z.array(timelineEntrySchema).readonly(),
  earlier: timelineCursorSchema.nullable()
})
export type TimelinePage = z.infer<typeof timelinePageSchema>
