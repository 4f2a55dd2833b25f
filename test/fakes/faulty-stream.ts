import { createLiveValue, createSignal } from '../../src/main/core/live-value.ts'
import type { StreamMessage, TeamConnectionState } from '../../src/main/core/ports.ts'
import { createStreamFollower, type FollowedStream } from '../../src/main/core/team/stream-follower.ts'
import { createManualClock, settled } from './manual-clock.ts'
import { createRecordingLog } from './recording-log.ts'

const stream = { name: 'EVENTS', stored: 'in', live: 'event' }
export const filters = ['a.*', '*.x', 'c.y']
const fits = (subject: string, filter: string): boolean => {
  const parts = subject.split('.')
  return filter.split('.').every((each, index) => each === '*' || each === parts[index])
}
export const fitsAny = (subject: string): boolean => filters.some((filter) => fits(subject, filter))

/** A stream on two replicas, of which the second may lag, and a connection to it that loses, repeats and breaks as it is told. */
export function createFaultyStream() {
  const state = createLiveValue<TeamConnectionState | null>({ state: 'connected', server: 's' })
  const stored: StreamMessage[] = []
  const kept: number[] = []
  let lag = 0
  /** Filters for which the replica that answers has nothing yet: on reading, and on asking for the newest. */
  const unread = new Set<string>()
  const unasked = new Set<string>()
  let answers = 0
  let isBroken = false
  let refusals = 0
  let position = 0
  /** What came before the stream went back has a number that others have now. */
  let published = 0
  const idOf = ({ data }: StreamMessage): number => Number(Buffer.from(data).toString())
  const keptWasLost = createSignal<void>()
  /** Nothing that was kept counts any more, and the follower has not forgotten its position yet. */
  let isForgettingDue = false
  let wasSetBack = 0
  let isRetentionTaking = false
  let listener: ((message: StreamMessage) => void) | null = null
  const problems: string[] = []
  const clock = createManualClock()

  /** What the replica holds that answers this time. */
  function replica(): readonly StreamMessage[] {
    answers += 1
    return answers % 2 === 0 && lag > 0 ? stored.slice(0, -lag) : stored
  }
  const isHere = (message: StreamMessage): boolean => kept.includes(idOf(message))
  function move(seq: number): void {
    const missing = stored.find((each) => each.seq <= seq && fitsAny(each.subject) && !isHere(each))
    if (missing !== undefined && !isForgettingDue) problems.push(`${seq} is kept without ${missing.seq}`)
    position = Math.max(position, seq)
  }
  function assertConnected(): void {
    if (state.get()?.state !== 'connected' || isBroken) throw new Error('no connection')
  }

  function createFollower() {
    let saidLast = 0
    function say(seq: number): void {
      if (seq < saidLast) problems.push(`back from ${saidLast} to ${seq}`)
      saidLast = seq
      move(seq)
    }
    const followed: FollowedStream = {
      connection: {
        watchStream(_stream, _filters, onMessage) {
          listener = onMessage
          return () => {
            if (listener === onMessage) listener = null
          }
        },
        async *readStream(_stream, filter, fromSeq) {
          assertConnected()
          for (const message of unread.has(filter) ? [] : replica()) {
            if (message.seq < fromSeq || !fits(message.subject, filter)) continue
            yield { ...message, previousSeq: null }
            await settled()
            assertConnected()
          }
        },
        async lastOf(_stream, filter) {
          assertConnected()
          const found = (unasked.has(filter) ? [] : replica()).findLast(({ subject }) =>
            fits(subject, filter)
          )
          await settled()
          assertConnected()
          return found?.seq ?? 0
        }
      },
      state,
      stream,
      filters,
      readPosition: () => Promise.resolve(position),
      async take(message, upTo) {
        await settled()
        if (refusals > 0) {
          refusals -= 1
          throw new Error('disk full')
        }
        kept.push(idOf(message))
        say(upTo)
      },
      savePosition(seq) {
        say(seq)
        return Promise.resolve()
      },
      async forgetPosition(isSetBack) {
        await settled()
        if (isSetBack) wasSetBack += 1
        position = 0
        saidLast = 0
        isForgettingDue = false
      },
      endsBefore: (newest) => !isRetentionTaking && stored.length < newest,
      clock,
      log: createRecordingLog(),
      random: () => 0.5
    }
    return createStreamFollower(followed, keptWasLost)
  }
  let follower = createFollower()
  follower.start()

  return {
    state,
    unread,
    unasked,
    stored,
    kept,
    problems,
    clock,
    position: () => position,
    wasSetBack: () => wasSetBack,
    wanted: () => stored.filter(({ subject }) => fitsAny(subject)).map(idOf),
    isCaughtUp: () => follower.isCaughtUp.get(),
    publish(subject: string, copies: number) {
      const before = stored.findLast((each) => each.subject === subject)
      published += 1
      const message = {
        subject,
        seq: stored.length + 1,
        previousSeq: before?.seq ?? 0,
        data: Buffer.from(String(published)),
        isDeleted: false
      }
      stored.push(message)
      if (state.get()?.state !== 'connected' || !fitsAny(subject)) return
      for (let copy = 0; copy < copies; copy += 1) listener?.(message)
    },
    lagBy: (count: number) => void (lag = count),
    breakReading: (breaks: boolean) => void (isBroken = breaks),
    refuse: (count: number) => void (refusals = count),
    /** The stream loses its newest messages. */
    goBack: (count: number) => void stored.splice(Math.max(0, stored.length - count)),
    /** Of its messages none is held any more; they keep their numbers. */
    age: () => void (isRetentionTaking = true),
    /** The ledger is replaced by one that lacks every second message. */
    loseKept() {
      isForgettingDue = true
      kept.splice(0, kept.length, ...kept.filter((_, index) => index % 2 === 0))
      keptWasLost.emit()
    },
    restart() {
      follower.stop()
      follower = createFollower()
      follower.start()
    },
    stop: () => follower.stop()
  }
}
