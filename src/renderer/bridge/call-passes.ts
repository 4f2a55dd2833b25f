import { type Call, type CallFilter, isLost } from '../../shared/domain/call.ts'

/** Whether a filter lets a call through, as far as a page can tell: what its `text` finds, only the ledger knows. */
export const callPasses = (call: Call, filter: CallFilter): boolean =>
  (!filter.isMissed || isLost(call.state)) &&
  (!filter.isMine || call.isMine) &&
  (filter.queueName === null || call.queueName === filter.queueName) &&
  (filter.line === null || call.line?.address === filter.line) &&
  (filter.outcome === null || call.outcome === filter.outcome) &&
  (filter.fromMs === null || call.startedAtMs >= filter.fromMs) &&
  (filter.toMs === null || call.startedAtMs < filter.toMs)
