export { isLoose, receiptSpanMs } from './assign-receipts.ts'
export { deriveMessage } from './derive-message.ts'
export type { Drafts } from './drafts.ts'
export { groupMessages, type KnownMessage } from './group-messages.ts'
export { createLines } from './lines.ts'
export type { MessageNotifications } from './message-notifications.ts'
export type {
  DraftRecord,
  ImportedMessage,
  MessageFact,
  MessageRecord,
  ScheduledRecord,
  StopRecord,
  ThreadMarks,
  ThreadRecord
} from './message-record.ts'
export type { MessagesService } from './messages-service.ts'
export { createMessaging, type Messaging } from './messaging.ts'
export { laterStop, stopOf } from './opt-out-word.ts'
export { importSource, isImported } from './order-facts.ts'
export { readMessageFact } from './read-message-fact.ts'
