import type { NatsConnection } from '@nats-io/nats-core'
import type { LiveValue } from '../../main/core/live-value.ts'
import type { Clock, Log } from '../../main/core/ports.ts'
import { createReadBudget, createVoice360Api, type ReadBudget } from '../../main/core/voice360/index.ts'
import { createAccountNews } from './account-news.ts'
import { createLease } from './lease.ts'
import { openLeaseBucket } from './lease-bucket.ts'
import { createPulseSender } from './pulse.ts'
import { openTeamBoard, type TeamBoard } from './team-board.ts'

/** An account whose presence and queues are read for its team. */
export interface LedAccount {
  readonly id: number
  /** `https://api.voice360.app/v3/voice`, or another's. */
  readonly apiUrl: string
  /** Null reads what everybody may: who is online, and the queues' counts. */
  readonly developerKey: string | null
}

export interface LeaderOptions {
  readonly connection: NatsConnection
  readonly accounts: readonly LedAccount[]
  /** The name of this process, for people. */
  readonly relayName: string
  readonly clock: Clock
  readonly log: Log
}

/** This process's part in it: of all relays one leads, which asks Voice360 for everybody and tells the pulse. */
export interface Leader {
  readonly isLeading: Pick<LiveValue<boolean>, 'get' | 'watch'>
  /** Hands over at once. */
  stop(): Promise<void>
}

/** The buckets and the stream have to be there; rejects where JetStream cannot be reached. */
export async function startLeader(options: LeaderOptions): Promise<Leader> {
  const { connection, relayName, clock, log } = options
  const board = await openTeamBoard(connection)
  const store = await openLeaseBucket(connection)
  const lease = createLease({ store, holder: `${relayName} ${crypto.randomUUID()}`, clock, log })
  let endTerm = (): void => undefined
  lease.isHeld.watch((isHeld) => {
    endTerm()
    log.info(isHeld ? 'This relay leads' : 'This relay leads no more', { relayName })
    endTerm = isHeld ? startTerm(options, board, () => lease.isHeld.get()) : () => undefined
  })
  lease.start()
  return { isLeading: lease.isHeld, stop: () => lease.stop() }
}

/** Returns the function that ends it, requests that are under way included. */
function startTerm(
  { accounts, relayName, clock, log }: LeaderOptions,
  board: TeamBoard,
  isLeading: () => boolean
): () => void {
  const ended = new AbortController()
  // Without a key all accounts are counted together, by this computer's address.
  const publicBudget = createReadBudget()
  const running = accounts.flatMap((account) => {
    const budget = account.developerKey === null ? publicBudget : createReadBudget()
    const api = apiOf(account, budget, ended.signal, clock)
    const news = createAccountNews({
      accountId: account.id,
      hasDeveloperKey: account.developerKey !== null,
      api: () => (isLeading() ? api : null),
      board,
      budget,
      onNews: () => pulse.beat(),
      clock,
      log
    })
    const pulse = createPulseSender({
      accountId: account.id,
      relayName,
      board,
      isLeading,
      describe: () => news.describe(),
      clock,
      log
    })
    return [news, pulse]
  })
  for (const part of running) part.start()
  return () => {
    ended.abort()
    for (const part of running) part.stop()
  }
}

const apiOf = (
  { id, apiUrl, developerKey }: LedAccount,
  budget: ReadBudget,
  signal: AbortSignal,
  clock: Clock
) =>
  createVoice360Api({
    apiUrl,
    accountId: id,
    keys: developerKey === null ? {} : { developer: developerKey },
    signal,
    onRateBudget: (subject, rate) => budget.note(subject, rate, clock.nowMs())
  })
