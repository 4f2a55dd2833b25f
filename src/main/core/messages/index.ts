export { correlateMessage, type KnownMessage, receiptSpanMs } from './correlate-message.ts'
export { deriveMessage } from './derive-message.ts'
export type { MessageFact, MessageRecord, ThreadRecord } from './message-record.ts'
export { readMessageFact } from './read-message-fact.ts'
