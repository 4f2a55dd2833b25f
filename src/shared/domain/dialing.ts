import { z } from 'zod'
import { partySchema } from './party.ts'

/** Why a text is not dialed as it stands. */
export const undialableSchema = z.enum([
  'empty',
  'no-number',
  'too-long',
  'feature-code',
  'emergency',
  'premium',
  'foreign'
])
export type Undialable = z.infer<typeof undialableSchema>

/** How much may be dialed of a kind of number that costs or does harm: as any other, after one more question, or not at all. */
export const dialGuardSchema = z.enum(['allow', 'ask', 'refuse'])
export type DialGuard = z.infer<typeof dialGuardSchema>

/** What asks to dial. What comes from outside the app informs, and is trusted less than what a person does in it. */
export const dialSourceSchema = z.enum(['page', 'hotkey', 'link', 'command-line'])
export type DialSource = z.infer<typeof dialSourceSchema>

/**
 * Something to know before a call is placed. One that `mustBeAgreed` keeps the dial waiting until the user confirms it once more;
 * the others are only said.
 */
export const dialCautionSchema = z.object({
  kind: z.enum([
    'foreign',
    'premium',
    'feature-code',
    'emergency',
    'repeated',
    'phone-offline',
    'on-a-call',
    'extension-by-hand'
  ]),
  mustBeAgreed: z.boolean(),
  /** In the user's words. */
  text: z.string()
})
export type DialCaution = z.infer<typeof dialCautionSchema>
export type DialCautionKind = DialCaution['kind']

/** One number that a text may mean. Its `address` is what is sent, letter by letter. */
export const dialCandidateSchema = partySchema.extend({
  /** What to key in, or to ask for, once the other end has answered: the API has no digits to send during a call. */
  extensionByHand: z.string().nullable(),
  /** The number last shown to this party when it was called from here; null leaves it to Voice360. */
  callerId: z.string().nullable(),
  cautions: z.array(dialCautionSchema).readonly()
})
export type DialCandidate = z.infer<typeof dialCandidateSchema>

/** What a typed, copied or clicked text means for dialing: what would be sent, letter by letter, or why nothing is. */
export const interpretationSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('dialable'), candidates: z.array(dialCandidateSchema).min(1).readonly() }),
  z.object({ outcome: z.literal('undialable'), reason: undialableSchema, text: z.string() })
])
export type Interpretation = z.infer<typeof interpretationSchema>

/** Where a dial stands. `unknown` may have gone out and is never repeated by the program. */
export const dialStateSchema = z.enum([
  'confirming',
  'counting-down',
  'placing',
  'placed',
  'refused',
  'unknown',
  'cancelled'
])
export type DialState = z.infer<typeof dialStateSchema>

/**
 * A dial that waits for its confirmation, or what became of it. The main process owns it: once made, its candidates do not
 * change, whatever happens to the clipboard or the page.
 */
export const dialSchema = z.object({
  id: z.string(),
  state: dialStateSchema,
  source: dialSourceSchema,
  candidates: z.array(dialCandidateSchema).readonly(),
  /** Set when `candidates` is empty. */
  undialable: undialableSchema.nullable(),
  text: z.string(),
  chosen: dialCandidateSchema.nullable(),
  fromExtension: z.string().nullable(),
  /** The number shown to who is called, once confirmed; null leaves it to Voice360. */
  callerId: z.string().nullable(),
  isRecorded: z.boolean(),
  /** What is to be known whoever is called, e.g. that the user's phone is not registered. */
  cautions: z.array(dialCautionSchema).readonly(),
  /** What the user was asked about calling that address: a further confirmation of it, that agrees, dials. */
  asked: z.object({ address: z.string(), cautions: z.array(dialCautionSchema).readonly() }).nullable(),
  /** A confirmation before this was a key meant for something else: a link's dial comes up under the user's hands. */
  acceptsFromMs: z.number(),
  /** How many links came while this one was on show, and were left out. */
  leftOutCount: z.number().int(),
  /** When the request will be sent, in state `counting-down`. */
  dialsAtMs: z.number().nullable(),
  callId: z.string().nullable(),
  /** Why it was refused, or may not have gone out, in the user's words. */
  message: z.string().nullable()
})
export type Dial = z.infer<typeof dialSchema>

/** Whom to offer for dialing before anything is typed: the last that were called from here, and the user's favourites. */
export const dialSuggestionsSchema = z.object({
  /** Newest first. */
  recent: z.array(partySchema).readonly(),
  favourites: z.array(partySchema).readonly()
})
export type DialSuggestions = z.infer<typeof dialSuggestionsSchema>
