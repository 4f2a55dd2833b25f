import type { Failure, Outcome } from '../../../shared/domain/failure.ts'
import type { Message, MessageState } from '../../../shared/domain/message.ts'

export interface OutgoingText {
  readonly line: string
  readonly to: string
  readonly body: string
}

export interface OutgoingMessage extends OutgoingText {
  /** Made once by whoever wrote the message: the same id twice sends once. */
  readonly intentId: string
}

export interface SendTerms {
  /** Of a STOP said up to then the user knows, and sends all the same; null where they were not asked. */
  readonly stopKnownAtMs: number | null
  /** Asked right before the intent is written down: false, and nothing leaves. */
  readonly isWanted?: () => boolean
}

/** Nothing left, and why; `againAtMs` is when it may, where that is only a matter of time. */
export interface Blocked {
  readonly kind: 'blocked'
  readonly failure: Failure
  readonly againAtMs: number | null
}

/** Its one request was made, by this call or an earlier one of the same id; `state` is how far it came. */
export interface CarriedOut {
  readonly kind: 'carried-out'
  readonly state: MessageState
  readonly message: Outcome<Message>
}

export const blocked = (code: string, message: string, againAtMs: number | null = null): Blocked => ({
  kind: 'blocked',
  failure: { code, message },
  againAtMs
})
