import type { Clock, Log } from '../../main/core/ports.ts'
import { createApiPresence } from '../../main/core/presence/index.ts'
import { createApiQueues } from '../../main/core/queues/index.ts'
import type { Freshness, Pulse } from '../../main/core/team/index.ts'
import type { ApiResult, ReadBudget, Voice360Api } from '../../main/core/voice360/index.ts'
import { newestInTurn } from './in-turn.ts'
import { isNews, neverRead, wasNotRead, wasRead } from './reading-state.ts'
import { createSharedPresence } from './shared-presence.ts'
import { createSharedQueues } from './shared-queues.ts'
import type { TeamBoard } from './team-board.ts'

/** Colleagues look at it all day. */
const watched = { isSeen: true, isLocked: false, isOnBattery: false }

/** Reads presence and queues of one account for everybody in it. */
export interface AccountNews {
  start(): void
  stop(): void
  /** How fresh what everybody was told is. */
  describe(): Pick<Pulse, 'presence' | 'queues'>
}

interface Dependencies {
  readonly accountId: number
  readonly hasDeveloperKey: boolean
  /** Null while another relay asks. */
  readonly api: () => Pick<Voice360Api, 'getAvailability' | 'getQueueAvailabilities'> | null
  readonly board: TeamBoard
  readonly budget: ReadBudget
  /** What `describe` says is to be told at once. */
  readonly onNews: () => void
  readonly clock: Clock
  readonly log: Log
  readonly random?: (() => number) | undefined
}

export function createAccountNews(dependencies: Dependencies): AccountNews {
  const { accountId, board, clock, log, onNews } = dependencies
  const views = {
    'with-calls': createSharedPresence(accountId, 'with-calls', board),
    'online-only': createSharedPresence(accountId, 'online-only', board)
  }
  const queues = createSharedQueues(accountId, board)
  const fresh = { presence: neverRead, queues: neverRead }

  function become(part: keyof typeof fresh, next: Freshness, isChanged = false): void {
    const before = fresh[part]
    fresh[part] = next
    if (isChanged || isNews(before, next)) onNews()
  }

  /** What was read counts once it was shared: until then nobody is to take what they have for fresh. */
  const sharing = <T>(part: keyof typeof fresh, share: (value: T, atMs: number) => Promise<boolean>) => {
    const inTurn = newestInTurn<{ readonly answer: ApiResult<T>; readonly atMs: number }>(
      async ({ answer, atMs }) => {
        if (!answer.ok) {
          log.warn('Voice360 could not be read', { accountId, part, kind: answer.failure.kind })
          return become(part, wasNotRead(fresh[part], answer.failure.kind, atMs))
        }
        try {
          const isChanged = await share(answer.value, atMs)
          become(part, wasRead(atMs), isChanged)
        } catch (error) {
          log.warn('What was read could not be shared', { accountId, part, error: String(error) })
          become(part, wasNotRead(fresh[part], 'unshared', atMs))
        }
      }
    )
    return (answer: ApiResult<T>) => inTurn({ answer, atMs: clock.nowMs() })
  }

  const shared = {
    ...dependencies,
    hasDeveloperKey: () => dependencies.hasDeveloperKey,
    attention: () => watched
  }
  const sources = [
    createApiPresence({
      ...shared,
      isCallRunning: () => false,
      answered: sharing('presence', async (people, atMs) => {
        await views['online-only'].share(people, atMs)
        await views['with-calls'].share(people, atMs)
        // Differences are told by themselves.
        return false
      })
    }),
    createApiQueues({ ...shared, answered: sharing('queues', (counts, atMs) => queues.share(counts, atMs)) })
  ]

  return {
    start() {
      for (const source of sources) source.restart()
    },
    stop() {
      for (const source of sources) source.stop()
    },
    describe: () => ({
      presence: {
        ...fresh.presence,
        revisions: {
          'online-only': views['online-only'].revision(),
          'with-calls': views['with-calls'].revision()
        }
      },
      queues: { ...fresh.queues, revision: queues.revision() }
    })
  }
}
