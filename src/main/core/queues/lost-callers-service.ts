import type { LostCallerMark, LostCallers } from '../../../shared/domain/lost-caller.ts'
import type { CallRecord } from '../calls/index.ts'
import type { Directory } from '../contacts/index.ts'
import type { Clock, LostCallerLedger } from '../ports.ts'
import { lostCallersOf } from './lost-callers.ts'

/** How long someone is worth being called back. */
const keptMs = 7 * 24 * 3_600_000
/** Calls change in bursts; the board follows this much later. */
const delayMs = 300

/** The callers whom no agent of a queue answered, until somebody has spoken with them. */
export interface LostCallersService {
  list(): Promise<LostCallers>
  mark(address: string, mark: LostCallerMark): Promise<LostCallers>
  /** A call changed: the board may be another. */
  callChanged(call: CallRecord): void
  /** So much changed that it is to be looked at anew. */
  historyReplaced(): void
  stop(): void
}

interface Dependencies {
  readonly ledger: LostCallerLedger
  readonly directory: Directory
  readonly publish: (callers: LostCallers) => void
  readonly clock: Clock
  readonly onFailure: (error: unknown) => void
}

export function createLostCallersService(dependencies: Dependencies): LostCallersService {
  const { ledger, directory, publish, clock, onFailure } = dependencies
  let cancelTelling: (() => void) | null = null

  const list = async (): Promise<LostCallers> =>
    lostCallersOf(await ledger.readLostCallers(clock.nowMs() - keptMs), (address, toldName) =>
      directory.describe(address, toldName)
    )

  function tellSoon(): void {
    cancelTelling ??= clock.schedule(delayMs, () => {
      cancelTelling = null
      list().then(publish, onFailure)
    })
  }

  return {
    list,
    async mark(address, mark) {
      const nowMs = clock.nowMs()
      await ledger.markLostCaller({
        address,
        claimedAtMs: mark === 'claimed' ? nowMs : null,
        doneAtMs: mark === 'done' ? nowMs : null
      })
      const callers = await list()
      publish(callers)
      return callers
    },
    callChanged(call) {
      // One that rings changes nothing yet.
      if (call.queueName !== null || call.answeredAtMs !== null) tellSoon()
    },
    historyReplaced: tellSoon,
    stop: () => cancelTelling?.()
  }
}
