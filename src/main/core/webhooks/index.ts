export { asEventName, type EventEnvelope, type ReadableEvent } from './event-envelope.ts'
export { readEventTime } from './event-time.ts'
export { type Field, fieldAliases, findField, readField } from './field-aliases.ts'
export {
  type EventStore,
  hookPath,
  type ListenerOptions,
  startListener,
  type WebhookListener
} from './listener.ts'
export { parseEvent, type WebhookRequest } from './read-event.ts'
export type { RequestEntry, RequestLog } from './request-journal.ts'
export { rereadEvent } from './reread-event.ts'
export { type FieldRewriter, rewriteFields } from './rewrite-fields.ts'
export { createTestEvents, type TestEvents } from './test-events.ts'
export { type WebhookToken, webhookToken } from './webhook-token.ts'
