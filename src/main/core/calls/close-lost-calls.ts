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

/** Ends calls whose CALL_ENDED was lost: by presence where it can be seen, else when no call lasts that long. */
export interface LostCallCloser {
  /** Takes up the calls that an earlier run left open, and looks after them and all others from now on. */
  start(): Promise<void>
  stop(): void
  callChanged(call: CallRecord): void
  callRemoved(callId: string): void
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
  /** Whether presence showed its channel; one that was never seen cannot be missed. */
  readonly wasSeen: boolean
  readonly absences: number
}

export function createLostCallCloser(dependencies: Dependencies): LostCallCloser {
  const { ledger, clock, newId, publish, onFailure } = dependencies
  const running = new Map<string, Watched>()
  let cancelSweep = (): void => undefined

  function watch(call: CallRecord): void {
    if (isOver(call.state)) running.delete(call.id)
    else running.set(call.id, { wasSeen: false, absences: 0, ...running.get(call.id), call })
  }

  function close({ id }: CallRecord, kind: 'gone' | 'expired', atMs: number): void {
    running.delete(id)
    ledger.observeCall({ id: newId(), kind, callId: id, atMs }).then(publish, onFailure)
  }

  function sweep(): void {
    const nowMs = clock.nowMs()
    for (const { call } of running.values()) {
      if (nowMs - sinceMs(call) > limitOf(call)) close(call, 'expired', nowMs)
    }
    cancelSweep = clock.schedule(sweepEveryMs, sweep)
  }

  return {
    async start() {
      for (const call of await ledger.listRunningCalls()) watch(call)
      sweep()
    },
    stop: () => cancelSweep(),
    callChanged: watch,
    callRemoved: (callId) => void running.delete(callId),
    presenceRead(presence) {
      if (presence.detail !== 'with-calls' || presence.staleSinceMs !== null) return
      for (const watched of running.values()) {
        const { call, wasSeen, absences } = watched
        if (hasChannel(call, presence)) {
          running.set(call.id, { call, wasSeen: true, absences: 0 })
        } else if (wasSeen && absences + 1 >= absencesNeeded) {
          close(call, 'gone', clock.nowMs())
        } else if (wasSeen) {
          running.set(call.id, { call, wasSeen, absences: absences + 1 })
        }
      }
    }
  }
}

const sinceMs = (call: CallRecord): number => call.answeredAtMs ?? call.startedAtMs

function limitOf({ answeredAtMs, queueName, direction }: CallRecord): number {
  if (answeredAtMs !== null) return longestMs.talking
  // Whoever placed a call from the desk phone may talk without any event that says so.
  if (direction !== 'inbound') return longestMs.talking
  return queueName === null ? longestMs.ringing : longestMs.waiting
}

/** Whether anyone has a channel with the call's other end; an internal call shows at either colleague. */
const hasChannel = (call: CallRecord, presence: Presence): boolean =>
  call.otherAddress !== '' &&
  presence.colleagues.some(({ extension, calls }) =>
    calls?.some(
      ({ other }) =>
        other.address === call.otherAddress ||
        (call.direction === 'internal' &&
          extension === call.otherAddress &&
          other.address === call.agentExtension)
    )
  )
