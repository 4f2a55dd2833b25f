import type { CallCursor, CallFilter } from '../../../shared/domain/call.ts'
import type { Gap } from '../../../shared/domain/gap.ts'
import type { CallRecord } from './call-record.ts'

/** What decides whether a call is mine. `myLines` is null where the key cannot tell which are. */
export interface Identity {
  readonly extension: string | null
  readonly myLines: ReadonlySet<string> | null
}

/** A page of calls, newest first. */
export interface CallQuery {
  readonly filter: CallFilter
  readonly identity: Identity
  /** Addresses that the filter's text also finds: colleagues, whose names the ledger does not know. */
  readonly alsoAddresses: readonly string[]
  readonly after: CallCursor | null
  readonly limit: number
}

export interface CallPage {
  readonly calls: readonly CallRecord[]
  /** The gaps in the page's span. */
  readonly gaps: readonly Gap[]
  readonly next: CallCursor | null
}
