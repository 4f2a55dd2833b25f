export { asEventName, type EventEnvelope, type ReadableEvent } from './event-envelope.ts'
export { type Field, fieldAliases, findField, readField } from './field-aliases.ts'
export {
  hookPath,
  type ListenerOptions,
  type Rejection,
  type RequestLog,
  startListener,
  type WebhookListener
} from './listener.ts'
export { plainText } from './plain-text.ts'
export { parseEvent, type WebhookRequest } from './read-event.ts'
export { rereadEvent } from './reread-event.ts'
export { createTestEvents, type TestEvents } from './test-events.ts'
export { type WebhookToken, webhookToken } from './webhook-token.ts'
