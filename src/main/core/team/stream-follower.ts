import { createLiveValue, type LiveValue } from '../live-value.ts'
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

export function createStreamFollower(dependencies: StreamFollowerDependencies): StreamFollower {
  const { connection, state, stream, filters, readPosition, take, savePosition } = dependencies
  const isCaughtUp = createLiveValue(false)
  let stops: (() => void)[] = []
  let tail: Promise<unknown> = Promise.resolve()
  const catchUp = async (): Promise<void> => {
    const from = await readPosition()
    for (const filter of filters)
      for await (const message of connection.readStream(stream, filter, from + 1)) await take(message)
    await savePosition(from)
    isCaughtUp.set(true)
  }
  const look = () => {
    isCaughtUp.set(false)
    if (state.get()?.state === 'connected') tail = tail.then(catchUp).catch(() => undefined)
  }
  return {
    isCaughtUp,
    start() {
      stops = [
        state.watch(look),
        connection.watchStream(stream, filters, (message) => {
          tail = tail.then(() => take(message)).catch(() => undefined)
        })
      ]
      look()
    },
    stop: () => stops.forEach((stop) => stop())
  }
}
