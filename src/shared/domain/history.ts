import { z } from 'zod'
import { callCursorSchema, callSchema } from './call.ts'
import { gapSchema } from './gap.ts'
import { partySchema } from './party.ts'

/** One page of the history, newest first, with the gaps that lie in its span; `next` is null on the last page. */
export const historyPageSchema = z.object({
  calls: z.array(callSchema).readonly(),
  gaps: z.array(gapSchema).readonly(),
  next: callCursorSchema.nullable()
})
export type HistoryPage = z.infer<typeof historyPageSchema>

/** The queues and lines that calls came by: what the history can be narrowed to. */
export const doorsSchema = z.object({
  queueNames: z.array(z.string()).readonly(),
  lines: z.array(partySchema).readonly()
})
export type Doors = z.infer<typeof doorsSchema>
