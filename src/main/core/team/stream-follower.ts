import { createLiveValue, type LiveValue, type Signal } from '../live-value.ts'
import type { Clock, Log, StreamMessage, TeamConnection, TeamConnectionState } from '../ports.ts'
import { readStored } from './read-stored.ts'
import { createStreamProgress, longestLagMs, type StreamProgress } from './stream-progress.ts'
import type { LiveStream } from './subjects.ts'

const checkEveryMs = 60_000
/** So many checks ask for the newest number only; the next reads what came since the last. */
const checksPerReading = 5
const firstWaitMs = 500
const longestWaitMs = 60_000
/** What may wait to be kept while something else is; of more, all is read again. */
const mostWaiting = 2_000
const mostAtOnce = 200

/** Keeps what a stream holds coming in, whatever the connection does. */
export interface StreamFollower {
  /** Whether everything that was stored has come in; false while it catches up or has no connection. */
  readonly isCaughtUp: Pick<LiveValue<boolean>, 'get' | 'watch'>
  start(): void
  stop(): void
}

export interface FollowedStream {
  readonly connection: Pick<TeamConnection, 'watchStream' | 'readStream' | 'lastOf'>
  readonly state: Pick<LiveValue<TeamConnectionState | null>, 'get' | 'watch'>
  readonly stream: LiveStream
  readonly filters: readonly string[]
  /** The number up to which everything is here. */
  readonly readPosition: () => Promise<number>
  /**
   * Keeps a message and, in the same transaction, that everything up to `position` is here, which is below its own number while others may
   * be missing. It may come again. Called in the order of the stream where it is read, of what comes live as it comes; the next ones come before
   * it has settled. Rejecting makes it be read again later, so what can never be kept must not.
   */
  readonly take: (message: StreamMessage, position: number) => Promise<void>
  /** Everything up to this number is here, though no message says so. */
  readonly savePosition: (seq: number) => Promise<void>
  /**
   * Nothing is here any more: the stream is to be read from its start. `isSetBack` where it went back: it lost its end, or an older copy took
   * its place. Rejecting makes it be called again later.
   */
  readonly forgetPosition: (isSetBack: boolean) => Promise<void>
  /**
   * Nothing that fits is stored from `newest` on, the highest number that is here: whether the stream itself ends before that, and has
   * not only let go of what is old.
   */
  readonly endsBefore: (newest: number) => boolean
  readonly clock: Clock
  readonly log: Log
  readonly random?: () => number
}

/**
 * @param keptWasLost told where what is kept lost some of it, and with it what the position says: the stream is read from its start again
 */
export function createStreamFollower(
  followed: FollowedStream,
  keptWasLost: Pick<Signal<unknown>, 'watch'>
): StreamFollower {
  const isCaughtUp = createLiveValue(false)
  let end = (): void => undefined
  return {
    isCaughtUp,
    start() {
      end()
      end = follow(followed, keptWasLost, isCaughtUp)
    },
    stop() {
      end()
      end = () => undefined
    }
  }
}

/** Follows it until the returned function is called. One thing is done at a time: reading, checking, or keeping what came live. */
function follow(
  followed: FollowedStream,
  keptWasLost: Pick<Signal<unknown>, 'watch'>,
  isCaughtUp: LiveValue<boolean>
): () => void {
  const { connection, state, stream, filters, clock, log, random = Math.random } = followed
  const stopped = new AbortController()
  let isWorking = false
  let isBehind = true
  let isCheckDue = false
  let checksLeft = 0
  let waiting: StreamMessage[] = []
  /** The highest number that came live and was let go, to be read. */
  let announced = 0
  /** Since when the stream has ended before what is here of it; null where it does not. */
  let endsEarlySinceMs: number | null = null
  let isToStartOver = false
  let isSetBack = false
  let failedTries = 0
  let isResting = false
  let cancelRest = (): void => undefined
  let cancelCheck = (): void => undefined
  let progress: StreamProgress | null = null

  const isConnected = (): boolean => state.get()?.state === 'connected'

  function fallBehind(): void {
    isBehind = true
    isCaughtUp.set(false)
  }

  function wake(): void {
    if (!isWorking && !isResting && !stopped.signal.aborted) void work()
  }

  async function work(): Promise<void> {
    isWorking = true
    try {
      while (!stopped.signal.aborted && isConnected()) {
        if (isToStartOver) await forget()
        progress ??= createStreamProgress(filters, await followed.readPosition())
        if (isBehind) await catchUp(progress)
        else if (waiting.length > 0) await takeLive(progress)
        else if (isCheckDue) await check(progress)
        else break
      }
      failedTries = 0
    } catch (error) {
      rest(error)
    }
    isWorking = false
    if (isBehind || stopped.signal.aborted || !isConnected() || isCaughtUp.get()) return
    isCaughtUp.set(true)
  }

  function startOver(): void {
    isToStartOver = true
    fallBehind()
  }

  async function forget(): Promise<void> {
    await followed.forgetPosition(isSetBack)
    isToStartOver = false
    isSetBack = false
    progress = null
    announced = 0
  }

  function rest(error: unknown): void {
    fallBehind()
    if (stopped.signal.aborted || !isConnected()) return
    log.warn('A stream could not be followed for a moment', { stream: stream.name, error: String(error) })
    const waitMs = Math.min(firstWaitMs * 2 ** failedTries, longestWaitMs) * (0.5 + random() / 2)
    failedTries += 1
    isResting = true
    cancelRest = clock.schedule(waitMs, endRest)
  }

  function endRest(): void {
    cancelRest()
    isResting = false
    wake()
  }

  function planCheck(): void {
    isCheckDue = false
    cancelCheck()
    cancelCheck = clock.schedule(checkEveryMs * (0.75 + random() / 2), () => {
      isCheckDue = true
      wake()
    })
  }

  /** The newest number of each filter; null where the stream went back. Rejects for as long as a replica may only lag. */
  async function readEnds(known: StreamProgress): Promise<ReadonlyMap<string, number> | null> {
    const ends = new Map(
      await Promise.all(
        filters.map(async (filter) => [filter, await connection.lastOf(stream, filter)] as const)
      )
    )
    const newest = known.newest()
    if (Math.max(0, ...ends.values()) >= newest || !followed.endsBefore(newest)) {
      endsEarlySinceMs = null
      return ends
    }
    endsEarlySinceMs ??= clock.nowMs()
    if (clock.nowMs() - endsEarlySinceMs < longestLagMs)
      throw new Error('The stream ends before what is here of it.')
    endsEarlySinceMs = null
    log.warn('A stream went back, and is read from its start', { stream: stream.name, newest })
    isSetBack = true
    startOver()
    return null
  }

  async function catchUp(known: StreamProgress): Promise<void> {
    isBehind = false
    const askedAtMs = clock.nowMs()
    const ends = await readEnds(known)
    if (ends === null) return
    await readThrough(known, ends, askedAtMs)
    // Of what was read a first time, the next check settles how far it is complete.
    checksLeft = 0
    const isMissing = announced > Math.max(0, ...ends.values())
    announced = 0
    if (isMissing) throw new Error('What came live is not stored where it was looked for.')
  }

  async function check(known: StreamProgress): Promise<void> {
    planCheck()
    const askedAtMs = clock.nowMs()
    const ends = await readEnds(known)
    if (ends === null) return
    if ([...ends.values()].some((seq) => !known.isHere(seq))) return fallBehind()
    checksLeft -= 1
    if (checksLeft >= 0) return
    await readThrough(known, ends, askedAtMs)
    checksLeft = checksPerReading
  }

  /** Reads what fits each filter, to its end at least, and keeps what is not here. */
  async function readThrough(
    known: StreamProgress,
    ends: ReadonlyMap<string, number>,
    askedAtMs: number
  ): Promise<void> {
    const read = readStored({ connection, stream, ends, progress: known })
    let chunk: StreamMessage[] = []
    for await (const { message, completeTo } of read.messages) {
      if (stopped.signal.aborted) return
      chunk.push(message)
      if (chunk.length < mostAtOnce) continue
      await takeAll(known, chunk)
      known.raise(completeTo)
      chunk = []
    }
    await takeAll(known, chunk)
    const before = known.position()
    known.finish(read.ends(), askedAtMs, clock.nowMs())
    if (known.position() > before) await followed.savePosition(known.position())
    waiting = waiting.filter(({ seq }) => !known.isHere(seq))
    planCheck()
  }

  async function takeLive(known: StreamProgress): Promise<void> {
    const messages = waiting.splice(0, mostAtOnce)
    const news = new Map<number, StreamMessage>()
    const isHere = (seq: number): boolean => known.isHere(seq) || news.has(seq)
    for (const message of messages) {
      // A number that is given again may be that of another message.
      if (message.seq <= known.position()) isCheckDue = true
      if (isHere(message.seq)) continue
      if (!isHere(message.previousSeq ?? 0)) {
        letGo(messages)
        break
      }
      news.set(message.seq, message)
    }
    await takeAll(known, [...news.values()])
  }

  /** They are read from the stream instead. */
  function letGo(messages: readonly StreamMessage[]): void {
    announced = Math.max(announced, ...messages.map(({ seq }) => seq))
    fallBehind()
  }

  async function takeAll(known: StreamProgress, messages: readonly StreamMessage[]): Promise<void> {
    const position = known.position()
    const outcomes = await Promise.allSettled(
      messages.map(async (message) => {
        await followed.take(message, position)
        known.keep(message.seq)
      })
    )
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  }

  const endWatching = connection.watchStream(stream, filters, (message) => {
    if (waiting.length >= mostWaiting) {
      letGo(waiting)
      waiting = []
    }
    waiting.push(message)
    wake()
  })
  const endState = state.watch(() => {
    // What is not kept yet may be stored no longer when the connection is back.
    letGo(waiting)
    waiting = []
    endsEarlySinceMs = null
    if (!isConnected()) return
    failedTries = 0
    endRest()
  })
  const endKeeping = keptWasLost.watch(() => {
    startOver()
    endRest()
  })
  wake()
  return () => {
    stopped.abort()
    endWatching()
    endState()
    endKeeping()
    cancelRest()
    cancelCheck()
    isCaughtUp.set(false)
  }
}
