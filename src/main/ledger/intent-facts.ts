import type { CallFact } from '../core/calls/index.ts'
import type { DialIntent, IntentOutcome, MessageIntent } from '../core/intent.ts'
import type { MessageFact } from '../core/messages/index.ts'
import type { ReadAddress } from '../core/numbers/index.ts'

/** What our own dial says of a call; `apiId` is the call_id of the API's answer. */
export const placedFact = (intent: DialIntent, readAddress: ReadAddress, apiId: string | null): CallFact => ({
  kind: 'placed',
  atMs: intent.createdAtMs,
  callId: apiId,
  from: intent.callerId === null ? null : readAddress(intent.callerId),
  to: readAddress(intent.to),
  extension: intent.fromExtension,
  queueName: null,
  callerName: null,
  dialId: intent.id,
  source: intent.id,
  about: null
})

/** What our own wish to send says of a message. */
export const intendedFact = (intent: MessageIntent, readAddress: ReadAddress): MessageFact => ({
  kind: 'intended',
  atMs: intent.createdAtMs,
  messageId: null,
  intentId: intent.id,
  from: readAddress(intent.line),
  to: readAddress(intent.to),
  body: intent.body,
  reason: null,
  source: intent.id
})

/** What became of that wish, as far as this app knows. */
export const settledFact = (intent: MessageIntent, outcome: IntentOutcome): MessageFact => ({
  kind: outcome.state,
  atMs: outcome.atMs,
  messageId: outcome.state === 'accepted' ? outcome.apiId : null,
  intentId: intent.id,
  from: null,
  to: null,
  body: null,
  reason: outcome.state === 'accepted' ? null : outcome.reason,
  source: intent.id
})
