import type { MessageState } from '../../../shared/domain/message.ts'

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
