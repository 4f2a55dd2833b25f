import { type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { LostCallerMark, LostCallers } from '../../../shared/domain/lost-caller.ts'
import type { CallRecord } from '../calls/index.ts'
import type { Directory } from '../contacts/index.ts'
import type { LostCallerLedger, SharedWorkLedger } from '../ports.ts'
import type { SharedWork } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import type { WallClock } from '../wall-clock.ts'
import { lostCallersOf, marksHere, withTeam } from './lost-callers.ts'
import { createTeamClaims } from './team-claims.ts'

/** How long someone is worth being called back. */
const keptMs = 7 * 24 * 3_600_000
/** Calls change in bursts; pages are told once of each, so much later. */
const delayMs = 300

/** The callers whom no agent of a queue answered, until somebody has spoken with them. */
export interface LostCallersService {
  list(): Promise<LostCallers>
  /** In a team it is the team that is told, as long as nobody else was faster since `revision` of the caller's row. */
  mark(address: string, mark: LostCallerMark, revision: number): Promise<Outcome<LostCallers>>
  /** A call changed: the board may be another. */
  callChanged(call: CallRecord): void
  stop(): void
}

interface Dependencies {
  readonly ledger: LostCallerLedger & Pick<SharedWorkLedger, 'listShared' | 'getShared'>
  readonly work: SharedWork
  readonly directory: Directory
  /** Whoever shows them is to ask again: nothing is looked up for a board that nobody looks at. */
  readonly publishChanged: () => void
  readonly clock: WallClock
  readonly t: Translate
}

export function createLostCallersService(dependencies: Dependencies): LostCallersService {
  const { ledger, work, directory, publishChanged, clock, t } = dependencies
  const team = createTeamClaims({ ledger, work, directory, clock, t })
  let cancelTelling: (() => void) | null = null

  const list = async (): Promise<LostCallers> => {
    const records = await ledger.readLostCallers(clock.nowMs() - keptMs)
    const here = marksHere(records.marks)
    const marks = work.state.get() === null ? here : withTeam(here, await team.list())
    return {
      ...lostCallersOf(records, marks, (address, toldName) => directory.describe(address, toldName)),
      isTeamOffline: work.state.get() === 'offline'
    }
  }

  function tellSoon(): void {
    cancelTelling ??= clock.schedule(delayMs, () => {
      cancelTelling = null
      publishChanged()
    })
  }

  async function markHere(address: string, mark: LostCallerMark): Promise<Outcome<unknown>> {
    const nowMs = clock.nowMs()
    await ledger.markLostCaller({
      address,
      claimedAtMs: mark === 'claimed' ? nowMs : null,
      doneAtMs: mark === 'done' ? nowMs : null
    })
    return succeeded(null)
  }

  const stops = [
    work.state.watch(publishChanged),
    work.changed.watch(({ entry }) => {
      if (entry.kind === 'claim') tellSoon()
    })
  ]

  return {
    list,
    async mark(address, mark, revision) {
      // Those without a number are seen by each for themselves: nobody can call them back.
      const isHere = work.state.get() === null || address === ''
      const marked = isHere ? await markHere(address, mark) : await team.mark(address, mark, revision)
      publishChanged()
      return marked.ok ? succeeded(await list()) : marked
    },
    callChanged(call) {
      // One that rings changes nothing yet.
      if (call.queueName !== null || call.answeredAtMs !== null) tellSoon()
    },
    stop() {
      for (const stop of stops) stop()
      cancelTelling?.()
    }
  }
}
