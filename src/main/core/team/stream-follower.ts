import type { LiveValue } from '../live-value.ts'
import type { Clock, Log, StreamMessage, TeamConnection, TeamConnectionState } from '../ports.ts'
import type { LiveStream } from './subjects.ts'

/** Keeps what a stream holds coming in, whatever the connection does. */
export interface StreamFollower {
  /** Whether everything that was stored has come in; false while it catches up or has no connection. */
  readonly isCaughtUp: Pick<LiveValue<boolean>, 'get' | 'watch'>
  start(): void
  stop(): void
}

export interface StreamFollowerDependencies {
  readonly connection: Pick<TeamConnection, 'watchStream' | 'readStream' | 'lastOf'>
  readonly state: Pick<LiveValue<TeamConnectionState | null>, 'get' | 'watch'>
  readonly stream: LiveStream
  readonly filters: readonly string[]
  /** The number up to which everything is here. */
  readonly readPosition: () => Promise<number>
  /**
   * Keeps a message, and that everything up to its number is here, in one transaction; it may come again. Rejecting makes it be read
   * again later.
   */
  readonly take: (message: StreamMessage) => Promise<void>
  /** Everything up to this number is here, though no message of it says so. */
  readonly savePosition: (seq: number) => Promise<void>
  /** Told when it is caught up after a time in which it was not. */
  readonly onCaughtUp?: () => void
  readonly clock: Clock
  readonly log: Log
  readonly random?: () => number
}
