import type { LostCallerMark, LostCallers } from '../../../shared/domain/lost-caller.ts'
import type { CallRecord } from '../calls/index.ts'
import type { Directory } from '../contacts/index.ts'
import type { Clock, LostCallerLedger } from '../ports.ts'
import { lostCallersOf } from './lost-callers.ts'

/** How long someone is worth being called back. */
const keptMs = 7 * 24 * 3_600_000
/** Calls change in bursts; pages are told once of each, so much later. */
const delayMs = 300

/** The callers whom no agent of a queue answered, until somebody has spoken with them. */
export interface LostCallersService {
  list(): Promise<LostCallers>
  mark(address: string, mark: LostCallerMark): Promise<LostCallers>
  /** A call changed: the board may be another. */
  callChanged(call: CallRecord): void
  stop(): void
}

interface Dependencies {
  readonly ledger: LostCallerLedger
  readonly directory: Directory
  /** Whoever shows them is to ask again: nothing is looked up for a board that nobody looks at. */
  readonly publishChanged: () => void
  readonly clock: Clock
}

export function createLostCallersService(dependencies: Dependencies): LostCallersService {
  const { ledger, directory, publishChanged, clock } = dependencies
  let cancelTelling: (() => void) | null = null

  const list = async (): Promise<LostCallers> =>
    lostCallersOf(await ledger.readLostCallers(clock.nowMs() - keptMs), (address, toldName) =>
      directory.describe(address, toldName)
    )

  function tellSoon(): void {
    cancelTelling ??= clock.schedule(delayMs, () => {
      cancelTelling = null
      publishChanged()
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
      publishChanged()
      return list()
    },
    callChanged(call) {
      // One that rings changes nothing yet.
      if (call.queueName !== null || call.answeredAtMs !== null) tellSoon()
    },
    stop: () => cancelTelling?.()
  }
}
