import type { CallDirection, CallState } from '../../../shared/domain/call.ts'
import type { SharedRemark } from './shared-remark.ts'

/**
 * One call as the ledger projects it: addresses only (E.164, extension, empty for anonymous, or as it came), no names of
 * contacts and no "mine", since those change without any event. Times are epoch milliseconds.
 */
export interface CallRecord {
  readonly id: string
  readonly direction: CallDirection
  readonly state: CallState
  readonly otherAddress: string
  /** The caller's name as Voice360 told it. */
  readonly callerName: string | null
  readonly line: string | null
  readonly queueName: string | null
  /** Who answered it, or who placed it. */
  readonly agentExtension: string | null
  /** Every extension that an event of this call named. */
  readonly extensions: readonly string[]
  /** The intent of this app that placed it. */
  readonly dialId: string | null
  /** Voice360's own id of it, the same for everybody who is told of it; null where no webhook carried one. */
  readonly voice360Id: string | null
  readonly startedAtMs: number
  readonly answeredAtMs: number | null
  readonly endedAtMs: number | null
  /** Its end was concluded, not told. */
  readonly isEndApproximate: boolean
  /** No event and no dial of ours tells of it: presence showed its channel. */
  readonly isSeenOnly: boolean
  /** Lost, and nobody looked at it yet. */
  readonly isUnread: boolean
  readonly note: string | null
  readonly outcome: string | null
  /** The note is the team's too, as it stood when it was written. */
  readonly isNoteShared: boolean
  /** What the team says of it. */
  readonly shared: SharedRemark | null
}

/** What the facts of a call say of it; the rest of its record is the word of the user and the team. */
export type CallStory = Omit<CallRecord, 'isUnread' | 'note' | 'outcome' | 'isNoteShared' | 'shared'>

/** What an event, a dial of ours or an observation says of a call. A call is what the set of its facts says, in whatever order they came. */
export interface CallFact {
  readonly kind:
    | 'placed'
    | 'incoming'
    | 'dialed'
    | 'answered'
    | 'hung-up'
    | 'ended'
    | 'queue-no-answer'
    | 'queue-timed-out'
    | 'queue-abandoned'
    | 'seen'
    | 'gone'
    | 'expired'
  readonly atMs: number
  /** Voice360's own id of the call, where the event carries one. */
  readonly callId: string | null
  readonly from: string | null
  readonly to: string | null
  readonly extension: string | null
  readonly queueName: string | null
  readonly callerName: string | null
  readonly dialId: string | null
  /** Where it comes from: the number of an event, an intent's id, an observation's. A call is named after one of them. */
  readonly source: string
  /** The source of another fact of the same call, where this one was concluded from it. */
  readonly about: string | null
}

/** What this app knows of calls without having been told; the ledger keeps it beside the events. What is told outweighs it. */
export type CallObservation = CallConclusion | CallSighting

/**
 * A call whose end was not told is over: `gone` when its channel is no longer in /availability, `expired` when no call lasts
 * that long.
 */
export interface CallConclusion {
  readonly id: string
  readonly kind: 'gone' | 'expired'
  readonly callId: string
  readonly atMs: number
}

/** /availability showed a channel since `atMs`, from whom to whom: addresses as a record has them, at least one an extension. */
export interface CallSighting {
  readonly id: string
  readonly kind: 'seen'
  readonly atMs: number
  readonly from: string
  readonly to: string
  /** The phone on which it was seen; of a call between colleagues, the caller's. */
  readonly extension: string
}
