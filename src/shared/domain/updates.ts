import { z } from 'zod'
import type { Settings } from './settings.ts'

export type UpdateChannel = Settings['updateChannel']

/** Where the app is with becoming a newer version of itself. */
export const updateStateSchema = z.discriminatedUnion('kind', [
  /** No newer version is known of. */
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('available'), version: z.string() }),
  /** `fraction` from 0 to 1. */
  z.object({ kind: z.literal('downloading'), version: z.string(), fraction: z.number() }),
  /** Put in when the app ends, or on the user's word. */
  z.object({ kind: z.literal('ready'), version: z.string() }),
  /** The user said so, but a call or a dial is going on. */
  z.object({ kind: z.literal('waiting'), version: z.string() }),
  z.object({ kind: z.literal('installing'), version: z.string() })
])
export type UpdateState = z.infer<typeof updateStateSchema>

/** Why this app cannot put a newer version in its place: its host, or that nothing tells where newer ones are. */
export const updatesUnavailableSchema = z.enum(['browser', 'no-feed'])

export const updatesSchema = z.object({
  /** Of the app that runs. */
  version: z.string(),
  /** Null where the app updates itself. */
  unavailable: updatesUnavailableSchema.nullable(),
  state: updateStateSchema,
  /** When it was last asked and answered; null where never in this run. */
  checkedAtMs: z.number().nullable(),
  /** What went wrong last, for people; null while nothing did. */
  problem: z.string().nullable()
})
export type Updates = z.infer<typeof updatesSchema>
