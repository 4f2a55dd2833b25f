import type { Clock, Log } from '../../main/core/ports.ts'
import { type Pulse, pulseEveryMs, teamKeys } from '../../main/core/team/index.ts'
import { newestInTurn } from './in-turn.ts'
import type { TeamBoard } from './team-board.ts'

/** Tells those of one account every 5 s that the relay lives, and how fresh what it tells is. */
export interface PulseSender {
  start(): void
  /** What it says became another. */
  beat(): void
  stop(): void
}

interface Dependencies {
  readonly accountId: number
  /** The name of this process, for people. */
  readonly relayName: string
  readonly board: TeamBoard
  readonly isLeading: () => boolean
  readonly describe: () => Pick<Pulse, 'presence' | 'queues'>
  readonly clock: Clock
  readonly log: Log
}

export function createPulseSender(dependencies: Dependencies): PulseSender {
  const { accountId, relayName, board, isLeading, describe, clock, log } = dependencies
  let cancelNext = (): void => undefined

  const beatInTurn = newestInTurn(async () => {
    try {
      const stream = await board.describeEvents()
      const lastEventAtMs = await board.lastEventAtMs(accountId)
      if (!isLeading()) return
      const pulse: Pulse = { atMs: clock.nowMs(), relay: relayName, stream, lastEventAtMs, ...describe() }
      await board.overwrite(teamKeys(accountId).pulse, Buffer.from(JSON.stringify(pulse)))
    } catch (error) {
      log.warn('The pulse was not told', { accountId, error: String(error) })
    }
  })

  function goOn(): void {
    cancelNext = clock.schedule(pulseEveryMs, () => {
      beatInTurn(undefined)
      goOn()
    })
  }

  return {
    start: goOn,
    beat: () => beatInTurn(undefined),
    stop: () => cancelNext()
  }
}
