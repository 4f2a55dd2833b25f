import { z } from 'zod'
import { fieldAliasesSchema } from '../../../shared/domain/event-reading.ts'
import { parseJson } from '../../../shared/parse-json.ts'

/** The first line of `events.jsonl`: how its events are read. */
export const eventLogHeadSchema = z.object({
  format: z.literal('voice360-events'),
  version: z.literal(1),
  region: z.string().max(8),
  aliases: fieldAliasesSchema
})
export type EventLogHead = z.infer<typeof eventLogHeadSchema>

/** Each other line: a webhook as it came, oldest first. */
export const loggedEventSchema = z.object({
  receivedAtMs: z.number(),
  method: z.enum(['GET', 'POST']),
  /** The body, or the query. */
  raw: z.string()
})
export type LoggedEvent = z.infer<typeof loggedEventSchema>

export const writeEventLog = (
  head: Pick<EventLogHead, 'region' | 'aliases'>,
  events: readonly LoggedEvent[]
): string => {
  const lines: readonly unknown[] = [{ format: 'voice360-events', version: 1, ...head }, ...events]
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
}

interface ReadEventLog {
  /** Null where the first line is none. */
  readonly head: EventLogHead | null
  readonly events: readonly (LoggedEvent & { readonly line: number })[]
  /** Lines that are no event, counted from 1. */
  readonly brokenLines: readonly number[]
}

/** What `writeEventLog` wrote, line by line, so that a broken one costs no other. */
export function readEventLog(text: string): ReadEventLog {
  const events: (LoggedEvent & { line: number })[] = []
  const brokenLines: number[] = []
  let head: EventLogHead | null = null
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1
    if (written.trim() === '') continue
    const value = parseJson(written)
    const asHead = index === 0 ? eventLogHeadSchema.safeParse(value) : null
    const asEvent = loggedEventSchema.safeParse(value)
    if (asHead?.success) head = asHead.data
    else if (asEvent.success) events.push({ ...asEvent.data, line })
    else brokenLines.push(line)
  }
  return { head, events, brokenLines }
}
