import { z } from 'zod'
import { availabilitiesSchema, queueAvailabilitiesSchema } from '../voice360/index.ts'

/** How fresh something is that the relay reads again and again. */
const freshnessSchema = z.object({
  /** Null before it was read for the first time, and where the relay has no key for it. */
  asOfMs: z.number().nullable(),
  /** Since when it could not be read; null while it can. */
  staleSinceMs: z.number().nullable(),
  /** The kind of the API's failure, or `unshared` where it was read and could not be handed on. */
  staleReason: z.string().nullable()
})
export type Freshness = z.infer<typeof freshnessSchema>

/** Of a key of `teamBucket`. */
const revisionSchema = z.number().int().nullable()

export const pulseEveryMs = 5_000
/** Three pulses that did not come: the relay does not answer. By the clock of whoever listens, since the relay's may differ. */
export const pulseSilentAfterMs = 3 * pulseEveryMs

/** What the relay says of itself every 5 s, and at once where what it tells of became another; JSON under `teamKeys.pulse`. */
export const pulseSchema = z.object({
  atMs: z.number(),
  /** The name of the relay process that says it. */
  relay: z.string(),
  /** `eventStream`: what it still holds. A stream that was made anew has another `createdAtMs`. */
  stream: z.object({
    createdAtMs: z.number(),
    firstSeq: z.number().int(),
    firstAtMs: z.number().nullable(),
    lastSeq: z.number().int()
  }),
  /** When the newest event of the account was stored. */
  lastEventAtMs: z.number().nullable(),
  /** The version that each view has now; null where there is none. Whoever has another missed something. */
  presence: freshnessSchema.extend({
    revisions: z.object({ 'online-only': revisionSchema, 'with-calls': revisionSchema })
  }),
  /** Likewise. */
  queues: freshnessSchema.extend({ revision: revisionSchema })
})
export type Pulse = z.infer<typeof pulseSchema>

/** Everybody's availability, as gzipped JSON under `teamKeys.presence`; its version is the key's revision. */
export const presenceSnapshotSchema = z.object({
  atMs: z.number(),
  people: availabilitiesSchema
})
export type PresenceSnapshot = z.infer<typeof presenceSnapshotSchema>

/** What differs between two versions of it, as gzipped JSON on `presenceSubject`. */
export const presenceDifferenceSchema = z.object({
  atMs: z.number(),
  /** The version that it changes, and the one that comes of it. */
  fromRevision: z.number().int(),
  toRevision: z.number().int(),
  changed: availabilitiesSchema,
  /** Extensions (`presence_id`) that are gone. */
  removed: z.array(z.string())
})
export type PresenceDifference = z.infer<typeof presenceDifferenceSchema>

/** The queues' counts, as gzipped JSON under `teamKeys.queues`. */
export const queuesSnapshotSchema = z.object({
  atMs: z.number(),
  queues: queueAvailabilitiesSchema
})
