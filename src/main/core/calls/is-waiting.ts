import type { Identity } from './call-query.ts'
import type { CallRecord } from './call-record.ts'
import { isMine } from './is-mine.ts'
import { endOf } from './other-of.ts'

/**
 * Whether a call waits for me to look at it, which its row and the badges say alike: one that I missed. What others missed, and calls
 * that I placed, wait for nobody here. `ledger/call-filter.ts` counts the same in SQL.
 */
export const isWaiting = (call: CallRecord, identity: Identity): boolean =>
  call.isUnread && isMine(call, identity) && endOf(call, identity.extension) !== 'caller'
