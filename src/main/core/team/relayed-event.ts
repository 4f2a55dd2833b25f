import { z } from 'zod'
import type { EventEnvelope } from '../webhooks/index.ts'

/** A webhook as the relay hands it on: all of its envelope but the fields, which are read again from `raw`. */
export type RelayedEvent = Omit<EventEnvelope, 'metadata'>

/** JSON in a message of `eventStream`; its `Nats-Msg-Id` is `ACCOUNT:KEY`. */
export const relayedEventSchema: z.ZodType<RelayedEvent> = z.object({
  key: z.string().min(1),
  name: z.string(),
  accountId: z.string().nullable(),
  occurredAtMs: z.number(),
  receivedAtMs: z.number(),
  method: z.enum(['GET', 'POST']),
  raw: z.string(),
  tokenId: z.string()
})
