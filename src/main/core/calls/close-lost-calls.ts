import { isOver } from '../../../shared/domain/call.ts'
import type { Presence } from '../../../shared/domain/presence.ts'
import type { CallLedger, Clock, LedgerChanges } from '../ports.ts'
import type { CallRecord } from './call-record.ts'

const minuteMs = 60_000
const sweepEveryMs = 30_000
/** A phone that nobody picks up stops ringing, a caller in a queue may wait, and people may talk for long. */
const longestMs = { ringing: 3 * minuteMs, waiting: 60 * minuteMs, talking: 4 * 60 * minuteMs }
/** One poll may fall between two channels of one call, as in a transfer. */
const absencesNeeded = 2

/** Ends calls whose end was not told: by presence where it can be seen, else when no call lasts that long. */
export interface LostCallCloser {
  /** Takes up the calls that an earlier run left open, and looks after them and all others from now on. */
  start(): Promise<void>
  stop(): void
  callChanged(call: CallRecord): void
  callRemoved(callId: string): void
  /** The calls that go on, as far as is known. */
  listRunning(): readonly CallRecord[]
  /** Presence was read anew, changed or not. */
  presenceRead(presence: Presence): void
}

interface Dependencies {
  readonly ledger: Pick<CallLedger, 'listRunningCalls' | 'observeCall'>
  readonly clock: Clock
  readonly newId: () => string
  readonly publish: (changes: LedgerChanges) => void
  /** What goes wrong beside everything else: the next sweep tries again. */
  readonly onFailure: (error: unknown) => void
}

interface Watched {
  readonly call: CallRecord
  /** When presence last showed its channel; null where it never did: one that was never seen cannot be missed. */
  readonly lastSeenAtMs: number | null
  readonly absences: number
}

export function createLostCallCloser(dependencies: Dependencies): LostCallCloser {
  const { ledger, clock, newId, publish, onFailure } = dependencies
  const running = new Map<string, Watched>()
  let cancelSweep = (): void => undefined

  function watch(call: CallRecord, seenAtMs: number): void {
    if (isOver(call.state)) running.delete(call.id)
    else {
      const lastSeenAtMs = call.isSeenOnly ? seenAtMs : null
      running.set(call.id, { lastSeenAtMs, absences: 0, ...running.get(call.id), call })
    }
  }

  function close(watched: Watched, kind: 'gone' | 'expired'): void {
    const { call } = watched
    running.delete(call.id)
    const atMs = endOf(watched, kind)
    ledger.observeCall({ id: newId(), kind, callId: call.id, atMs }).then(publish, (error: unknown) => {
      // It is open still, and as it was unless it was told of anew meanwhile.
      if (!running.has(call.id)) running.set(call.id, watched)
      onFailure(error)
    })
  }

  function endOf({ call, lastSeenAtMs }: Watched, kind: 'gone' | 'expired'): number {
    // What nothing but presence tells of was there when it was last seen, which may be in an earlier run.
    if (call.isSeenOnly && lastSeenAtMs !== null) return lastSeenAtMs
    // The app may have been off since: for longer than a call lasts none went on.
    return kind === 'gone' ? clock.nowMs() : sinceMs(call) + limitOf(call)
  }

  function sweep(): void {
    const nowMs = clock.nowMs()
    for (const watched of running.values()) {
      if (nowMs - sinceMs(watched.call) > limitOf(watched.call)) close(watched, 'expired')
    }
    cancelSweep = clock.schedule(sweepEveryMs, sweep)
  }

  return {
    async start() {
      for (const call of await ledger.listRunningCalls()) watch(call, call.startedAtMs)
      sweep()
    },
    stop: () => cancelSweep(),
    callChanged: (call) => watch(call, clock.nowMs()),
    callRemoved: (callId) => void running.delete(callId),
    listRunning: () => [...running.values()].map(({ call }) => call),
    presenceRead(presence) {
      if (presence.detail !== 'with-calls' || presence.staleSinceMs !== null) return
      for (const watched of running.values()) {
        const { call, lastSeenAtMs, absences } = watched
        if (hasChannel(call, presence)) {
          running.set(call.id, { call, lastSeenAtMs: clock.nowMs(), absences: 0 })
        } else if (lastSeenAtMs !== null && absences + 1 >= absencesNeeded) {
          close(watched, 'gone')
        } else if (lastSeenAtMs !== null) {
          running.set(call.id, { ...watched, absences: absences + 1 })
        }
      }
    }
  }
}

const sinceMs = (call: CallRecord): number => call.answeredAtMs ?? call.startedAtMs

function limitOf({ answeredAtMs, queueName, direction, isSeenOnly }: CallRecord): number {
  if (answeredAtMs !== null || isSeenOnly) return longestMs.talking
  // Whoever placed a call from the desk phone may talk without any event that says so.
  if (direction !== 'inbound') return longestMs.talking
  return queueName === null ? longestMs.ringing : longestMs.waiting
}

const hasChannel = (call: CallRecord, presence: Presence): boolean =>
  presence.colleagues.some(({ extension, calls }) =>
    calls?.some(({ other }) => isChannelOf(call, extension, other.address))
  )

/** Whether a phone has a channel with the call's other end; an internal call shows at either colleague. */
function isChannelOf(call: CallRecord, extension: string, address: string): boolean {
  const { otherAddress, agentExtension, direction } = call
  // Callers without a number are told apart by whom they talk to.
  if (address === otherAddress) return address !== '' || extension === agentExtension
  return direction === 'internal' && extension === otherAddress && address === agentExtension
}
