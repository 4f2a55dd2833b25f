import type { LedgerChanges } from '../core/ports.ts'
import type { Backlog } from './backlog.ts'
import { checkpoint, type Database, setCheckpointing } from './open-database.ts'
import { isStorageFailure } from './storage-errors.ts'

/** Longer steps write less, since much of what one event changes the next changes again; but a batch may have to wait for one. */
const stepMs = { idle: 16, busy: 1 }
const retryAfterMs = 5_000
/** While batches keep the worker busy all the time, a step is followed by so many times its length without one. */
const restPerStep = 19
/** A worker that batches keep busy for half of the time is as busy as can be beside the process that hands them over. */
const fullLoad = 0.5

/**
 * Projects the events that wait, step by step, with the batches that come in between: at least a tenth of the time, and more the
 * less there is to do beside it. Tells what came of each step, once it is written.
 */
export function createBacklogPump(
  database: Database,
  backlog: Backlog,
  tell: (changes: LedgerChanges) => void,
  noteFailure: (error: unknown) => void
) {
  let state: 'asleep' | 'awake' | 'waiting' | 'stopped' = 'asleep'
  let retry: NodeJS.Timeout | undefined
  /** How long batches took since the last step, which ended then. */
  let busyMs = 0
  let steppedAtMs = 0

  function tellAll(): void {
    const changes = backlog.take()
    if (changes !== null) tell(changes)
  }

  /** Rests for as long as the batches of late ask for, after a step that took so long. */
  function rest(tookMs: number): void {
    const nowMs = performance.now()
    const load = Math.min(1, busyMs / Math.max(1, nowMs - steppedAtMs) / fullLoad)
    busyMs = 0
    steppedAtMs = nowMs
    const restMs = Math.round(tookMs * restPerStep * load)
    if (restMs === 0) setImmediate(step)
    else setTimeout(step, restMs)
  }

  function step(): void {
    if (state !== 'awake') return
    const startedAtMs = performance.now()
    try {
      const isBusy = busyMs > 0
      setCheckpointing(database, isBusy ? 'later' : 'usual')
      // What is made of stored events can be made again: it need not wait for the disk, and is there before the next that does.
      database.pragma('synchronous = NORMAL')
      database.exec('BEGIN IMMEDIATE')
      backlog.catchUp(isBusy ? stepMs.busy : stepMs.idle)
      database.exec('COMMIT')
      backlog.keep()
      tellAll()
      if (backlog.fromSeq() === null) checkpoint(database)
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      backlog.discard()
      if (!isStorageFailure(error)) throw error
      // A full disk: it goes on as soon as there is room, or something else could be stored.
      state = 'waiting'
      retry = setTimeout(wakeUp, retryAfterMs).unref()
      noteFailure(error)
      return
    } finally {
      database.pragma('synchronous = FULL')
    }
    if (backlog.fromSeq() === null) {
      setCheckpointing(database, 'usual')
      state = 'asleep'
    } else rest(performance.now() - startedAtMs)
  }

  function wakeUp(): void {
    if (state !== 'waiting') return
    clearTimeout(retry)
    state = 'awake'
    setImmediate(step)
  }

  return {
    /** To be called after each batch that was stored, with how long it took. */
    wake(batchMs: number): void {
      busyMs += batchMs
      // What a batch has caught up on by itself.
      tellAll()
      wakeUp()
      if (state !== 'asleep' || backlog.fromSeq() === null) return
      state = 'awake'
      setCheckpointing(database, 'later')
      steppedAtMs = performance.now() - batchMs
      busyMs = batchMs
      rest(stepMs.busy)
    },
    stop(): void {
      state = 'stopped'
    }
  }
}
