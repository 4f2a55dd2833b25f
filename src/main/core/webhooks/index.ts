export {
  asEventName,
  type EventEnvelope,
  type EventName,
  eventNames,
  type ReadableEvent
} from './event-envelope.ts'
export { type Field, fieldAliases, findField, readField } from './field-aliases.ts'
export {
  hookPath,
  type ListenerOptions,
  type Rejection,
  startListener,
  type WebhookListener
} from './listener.ts'
export { plainText } from './plain-text.ts'
export { parseEvent, type WebhookRequest } from './read-event.ts'
export { rereadEvent } from './reread-event.ts'
