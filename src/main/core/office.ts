import { presenceChangeBetween } from '../../shared/domain/presence.ts'
import type { QueueAlert } from '../../shared/domain/queue.ts'
import type { CallRecord } from './calls/index.ts'
import type { Directory } from './contacts/index.ts'
import type { HostAdapters, Log, LostCallerLedger, SharedWorkLedger } from './ports.ts'
import {
  createFreeWatch,
  createPresenceService,
  type FreeWatch,
  type PresenceService
} from './presence/index.ts'
import {
  createLostCallersService,
  createQueuesService,
  createQueueWatch,
  type LostCallersService,
  type QueuesService
} from './queues/index.ts'
import type { SharedWork, TeamMembership } from './team/index.ts'
import type { Translate } from './translate.ts'
import type { ReadBudget, Voice360Api } from './voice360/index.ts'
import type { WallClock } from './wall-clock.ts'

/** What goes on in the account: who is there, how the queues do, whom they lost. Pages are told of what changes. */
export interface Office {
  readonly presence: PresenceService
  readonly freeWatch: FreeWatch
  readonly queues: QueuesService
  readonly lostCallers: LostCallersService
  /** Begins once it is known whether there is a team to have it from: until then Voice360 is asked nothing. */
  start(): void
  /** Starts afresh for whoever is signed in now. */
  restart(): void
  /** What is wanted soon, and whom the queues lost, hang on the calls. */
  callsChanged(calls: readonly CallRecord[]): void
  stop(): void
}

interface Dependencies {
  readonly api: () => Voice360Api | null
  readonly hasDeveloperKey: () => boolean
  readonly team: TeamMembership
  readonly myExtension: () => string | null
  readonly isMyQueue: (queueName: string) => boolean
  readonly isRinging: () => boolean
  readonly isQuiet: () => boolean
  readonly queueAlerts: () => readonly QueueAlert[]
  readonly region: () => string
  readonly ledger: LostCallerLedger & SharedWorkLedger
  /** What a team shares: who is on which lost caller. */
  readonly work: SharedWork
  readonly directory: Directory
  readonly budget: ReadBudget
  readonly host: Pick<HostAdapters, 'attention' | 'pages' | 'notifier' | 'mainWindow'>
  readonly clock: WallClock
  readonly log: Log
  readonly t: Translate
}

export function createOffice(dependencies: Dependencies): Office {
  const { host } = dependencies
  const shared = { ...dependencies, attention: host.attention.get }
  const showBoard = (board: 'team' | 'queues') => {
    host.mainWindow.show()
    host.pages.publish('window:board-requested', { board })
  }
  const presence = createPresenceService(shared)
  const queues = createQueuesService({ ...shared, isMine: dependencies.isMyQueue })
  const watch = createQueueWatch({
    ...dependencies,
    alerts: dependencies.queueAlerts,
    notifier: host.notifier,
    showQueues: () => showBoard('queues')
  })
  const freeWatch = createFreeWatch({
    notifier: host.notifier,
    showTeam: () => showBoard('team'),
    t: dependencies.t
  })
  presence.wasRead.watch(({ colleagues }) => freeWatch.presenceRead(colleagues))
  freeWatch.watched.watch((extensions) => host.pages.publish('presence:watched-changed', extensions))

  const lostCallers = createLostCallersService({
    ...dependencies,
    publishChanged: () => host.pages.publish('queues:lost-callers-changed', {})
  })

  let told = presence.current.get()
  presence.current.watch((current) => {
    host.pages.publish('presence:presence-changed', presenceChangeBetween(told, current))
    told = current
  })
  queues.current.watch((current) => host.pages.publish('queues:queues-changed', current))
  queues.wasRead.watch((read) => watch.queuesRead(read.queues))

  const reconsider = () => {
    presence.reconsider()
    queues.reconsider()
  }
  host.attention.watch(reconsider)

  let isStarted = false
  function restart(): void {
    if (!isStarted) return
    freeWatch.forget()
    presence.restart()
    queues.restart()
  }
  return {
    presence,
    freeWatch,
    queues,
    lostCallers,
    start() {
      isStarted = true
      restart()
    },
    restart,
    callsChanged(calls) {
      reconsider()
      for (const call of calls) lostCallers.callChanged(call)
    },
    stop() {
      presence.stop()
      queues.stop()
      lostCallers.stop()
    }
  }
}
