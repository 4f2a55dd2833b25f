import type { Draft, MessageState } from '../../../shared/domain/message.ts'

/** One SMS as the ledger projects it; `threadId` joins the line's and the other's addresses. */
export interface MessageRecord {
  readonly id: string
  readonly threadId: string
  readonly line: string
  readonly otherAddress: string
  readonly direction: 'in' | 'out'
  readonly body: string
  readonly state: MessageState
  readonly reason: string | null
  readonly atMs: number
}

export interface ThreadRecord {
  readonly id: string
  readonly line: string
  readonly otherAddress: string
  readonly lastMessage: MessageRecord
  readonly unreadCount: number
  readonly isMuted: boolean
  readonly isArchived: boolean
}

/** What is given is set; what is left out stays as it is. */
export interface ThreadMarks {
  readonly isRead?: boolean | undefined
  readonly isMuted?: boolean | undefined
  readonly isArchived?: boolean | undefined
}

/** A message being written; see `draftSchema`. */
export type DraftRecord = Draft

/** A message that waits for its time, or for the part before it; see `scheduledMessageSchema`. */
export interface ScheduledRecord {
  readonly id: string
  readonly line: string
  readonly to: string
  readonly body: string
  readonly dueAtMs: number
  readonly afterId: string | null
  readonly heldBecause: string | null
}

/** The last word of a number on whether it wants messages: it said STOP or START itself, or the user set it. */
export interface StopRecord {
  readonly address: string
  readonly isStopped: boolean
  readonly atMs: number
}

/** A message from a file, with its addresses as this app keeps them. The same content is the same message. */
export interface ImportedMessage {
  readonly messageId: string | null
  readonly line: string
  readonly otherAddress: string
  readonly direction: 'in' | 'out'
  readonly body: string
  readonly state: MessageState
  readonly atMs: number
}

/** What one event, or one step of sending from this app, says of a message. */
export interface MessageFact {
  readonly kind: 'received' | 'intended' | 'accepted' | 'refused' | 'unknown' | 'sent' | 'delivered'
  readonly atMs: number
  /** Voice360's id of the message, where there is one. */
  readonly messageId: string | null
  /** The intent of this app that sent it. */
  readonly intentId: string | null
  readonly from: string | null
  readonly to: string | null
  readonly body: string | null
  readonly reason: string | null
  /** Where it comes from: `event-` and the number of an event, or an intent's id. */
  readonly source: string
}
