import { z } from 'zod'

/** What a queue was like at a time, as this app saw it. */
export const queueSampleSchema = z.object({
  atMs: z.number(),
  agentsAvailable: z.number().int(),
  activeCalls: z.number().int()
})
export type QueueSample = z.infer<typeof queueSampleSchema>

/**
 * A queue with its counts (API document, "Queue Availability"). `activeCalls` are its calls; how many of them still wait is not
 * told, and cannot be concluded from `agentsOnCall`, since an agent may be on a call that is none of the queue's.
 */
export const queueSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  extension: z.string().nullable(),
  /** Whether I am one of its agents, as far as is known. */
  isMine: z.boolean(),
  isReady: z.boolean(),
  agentsOnline: z.number().int(),
  agentsAvailable: z.number().int(),
  agentsOnCall: z.number().int(),
  activeCalls: z.number().int(),
  /** Since when no agent has been available, as this app saw it; null where one is. */
  nobodySinceMs: z.number().nullable(),
  /** The last hour, oldest first, a sample where something changed; shorter where the app has not run that long. */
  samples: z.array(queueSampleSchema).readonly()
})
export type Queue = z.infer<typeof queueSchema>

/** All queues as last read; what is no longer known to be true is so since `staleSinceMs`. */
export const queuesSchema = z.object({
  queues: z.array(queueSchema).readonly(),
  /** Whether they were read at all: none then means that there are none. */
  isKnown: z.boolean(),
  staleSinceMs: z.number().nullable(),
  staleReason: z.string().nullable()
})
export type Queues = z.infer<typeof queuesSchema>

export const unknownQueues: Queues = { queues: [], isKnown: false, staleSinceMs: null, staleReason: null }

/** How a queue is set up and who its agents are; null where the key may not see it. Times in seconds. */
export const queueDetailsSchema = z.object({
  id: z.number().int(),
  strategy: z.string().nullable(),
  timeoutS: z.number().nullable(),
  retryS: z.number().nullable(),
  wrapUpS: z.number().nullable(),
  /** The most callers that wait at once; 0 for any number. */
  maxLength: z.number().nullable(),
  members: z
    .array(z.object({ extension: z.string(), name: z.string() }))
    .readonly()
    .nullable()
})
export type QueueDetails = z.infer<typeof queueDetailsSchema>

/** A wish to be told when a queue has had no agent available for some minutes. */
export const queueAlertSchema = z
  .object({ queueId: z.number().int(), minutes: z.number().int().min(1).max(120) })
  .strict()
export type QueueAlert = z.infer<typeof queueAlertSchema>
