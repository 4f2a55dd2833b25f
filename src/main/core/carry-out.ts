import type { Intent, IntentOutcome } from './intent.ts'
import { type Clock, type Ledger, type LedgerChanges, LedgerUnavailable, type Log } from './ports.ts'
import type { Translate } from './translate.ts'
import { type ApiResult, describeApiFailure, mayHaveHappened } from './voice360/index.ts'

/**
 * Carries out an intent at most once: it is in the ledger before its one request leaves, and so is what became of it
 * afterwards. `request` answers with the API's id of what was done. Null means that this intent was carried out before.
 */
export type CarryOut = (
  intent: Intent,
  request: () => Promise<ApiResult<string | null>>
) => Promise<IntentOutcome | null>

interface Dependencies {
  readonly ledger: Pick<Ledger, 'addIntent' | 'settleIntent'>
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly publish: (changes: LedgerChanges) => void
}

export function createCarryOut({ ledger, clock, log, t, publish }: Dependencies): CarryOut {
  function outcomeOf(result: ApiResult<string | null>): IntentOutcome {
    const atMs = clock.nowMs()
    if (result.ok) return { state: 'accepted', apiId: result.value, atMs }
    const reason = describeApiFailure(result.failure, t)
    return mayHaveHappened(result.failure)
      ? { state: 'unknown', reason: t('api.maybeSent', { reason }), atMs }
      : { state: 'refused', reason, atMs }
  }

  return async function carryOut(intent, request) {
    try {
      const { isNew, changes } = await ledger.addIntent(intent)
      if (!isNew) return null
      publish(changes)
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error
      log.error('An intent could not be written down, so it was not sent', { kind: intent.kind })
      return { state: 'refused', reason: t('api.notWrittenDown'), atMs: clock.nowMs() }
    }
    const outcome = outcomeOf(await request())
    try {
      publish(await ledger.settleIntent(intent.id, outcome))
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error
      // Left without an outcome it becomes "unknown" at the next start, which is what a reader may then rightly think.
      log.error('What became of an intent could not be written down', {
        kind: intent.kind,
        state: outcome.state
      })
    }
    return outcome
  }
}
