import { z } from 'zod'
import { partySchema } from './party.ts'

/**
 * Where a call stands. `ended` is a call that was answered, an own one that is over, or one that was only seen; `missed`,
 * `abandoned` (the caller left a queue) and `timed-out` (the queue gave up) are calls that nobody answered. One that was only
 * seen is `answered` while its channel is there.
 */
export const callStateSchema = z.enum([
  'ringing',
  'dialing',
  'answered',
  'ended',
  'missed',
  'abandoned',
  'timed-out'
])
export type CallState = z.infer<typeof callStateSchema>

export const callDirectionSchema = z.enum(['inbound', 'outbound', 'internal'])
export type CallDirection = z.infer<typeof callDirectionSchema>

/** One call, as every screen shows it. Times are epoch milliseconds. */
export const callSchema = z.object({
  id: z.string(),
  direction: callDirectionSchema,
  state: callStateSchema,
  other: partySchema,
  /** Whether `other` was called: by whoever is its agent. Else `other` called. */
  isOutgoing: z.boolean(),
  /** The line (DID) that was called, or the number shown to the person called. */
  line: partySchema.nullable(),
  queueName: z.string().nullable(),
  /** The colleague who answered, or who placed the call. */
  agent: partySchema.nullable(),
  /** Whether I answered it, placed it, or it rang at my extension. */
  isMine: z.boolean(),
  startedAtMs: z.number(),
  answeredAtMs: z.number().nullable(),
  endedAtMs: z.number().nullable(),
  /** Its end was not told but concluded (from presence, or because it lasted too long): a duration is a guess. */
  isEndApproximate: z.boolean(),
  /** No event told of it: presence showed it. Whether it was answered is not known, and its times are about right. */
  isSeenOnly: z.boolean(),
  /** A lost call of mine that I have not looked at yet: the badges count these. */
  isUnread: z.boolean(),
  note: z.string().nullable(),
  /** One of the user's own words for what came of it. */
  outcome: z.string().nullable(),
  /** Note and outcome are the team's: who last wrote them (null: I did), and when. */
  remark: z.object({ by: partySchema.nullable(), atMs: z.number() }).nullable(),
  /** A note of mine that is not the team's: it could not be reached, or somebody else wrote meanwhile. */
  keptNote: z.string().nullable()
})
export type Call = z.infer<typeof callSchema>

const over: readonly CallState[] = ['ended', 'missed', 'abandoned', 'timed-out']
const lost: readonly CallState[] = ['missed', 'abandoned', 'timed-out']

/** Whether nothing more can happen to the call. */
export const isOver = (state: CallState): boolean => over.includes(state)

/** Whether the caller got nobody. */
export const isLost = (state: CallState): boolean => lost.includes(state)

/** What narrows the history. Times are epoch milliseconds, `toMs` not included; null narrows nothing. */
export const callFilterSchema = z
  .object({
    isMissed: z.boolean(),
    isMine: z.boolean(),
    queueName: z.string().max(200).nullable(),
    /** The address of the line that was called or shown. */
    line: z.string().max(64).nullable(),
    outcome: z.string().max(100).nullable(),
    fromMs: z.number().nullable(),
    toMs: z.number().nullable(),
    /** Names, digits or words of notes. */
    text: z.string().max(200)
  })
  .strict()
export type CallFilter = z.infer<typeof callFilterSchema>

export const noFilter: CallFilter = {
  isMissed: false,
  isMine: false,
  queueName: null,
  line: null,
  outcome: null,
  fromMs: null,
  toMs: null,
  text: ''
}

/** Where a page of the history ends; the next begins behind it. */
export const callCursorSchema = z.object({ startedAtMs: z.number(), id: z.string().max(200) }).strict()
export type CallCursor = z.infer<typeof callCursorSchema>
