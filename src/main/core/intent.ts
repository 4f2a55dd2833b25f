/**
 * Something this app asks Voice360 to do that cannot be taken back. It is in the ledger before the request leaves, so that a
 * crash in between is known as "may have gone out".
 */
export type Intent = DialIntent | MessageIntent

export interface DialIntent {
  readonly kind: 'dial'
  readonly id: string
  readonly createdAtMs: number
  readonly to: string
  readonly fromExtension: string
  readonly callerId: string | null
  readonly isRecorded: boolean
}

/** A dial that was sent, or may have been: `isUnsure` where no answer told. */
export interface PastDial extends DialIntent {
  readonly isUnsure: boolean
}

export interface MessageIntent {
  readonly kind: 'message'
  readonly id: string
  readonly createdAtMs: number
  readonly line: string
  readonly to: string
  readonly body: string
}

/** What became of an intent's one request. `apiId` is the call_id or message_id of the answer, where it held one. */
export type IntentOutcome =
  | { readonly state: 'accepted'; readonly apiId: string | null; readonly atMs: number }
  | { readonly state: 'refused'; readonly reason: string; readonly atMs: number }
  | { readonly state: 'unknown'; readonly reason: string; readonly atMs: number }
