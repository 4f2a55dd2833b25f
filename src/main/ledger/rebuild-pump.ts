import type { RebuildProgress } from '../../shared/domain/event-reading.ts'
import type { Database } from './open-database.ts'
import type { Rebuild } from './rebuild.ts'
import { isStorageFailure } from './storage-errors.ts'

const tellEveryMs = 200
const retryAfterMs = 5_000

/** Takes a rebuild's steps one by one, with the batches that wait in between, and tells how far it is. */
export function createRebuildPump(
  database: Database,
  rebuild: Rebuild,
  tell: (progress: RebuildProgress | null) => void,
  noteFailure: (error: unknown) => void
) {
  let state: 'asleep' | 'stepping' | 'waiting' | 'stopped' = 'asleep'
  let retry: NodeJS.Timeout | undefined
  let toldAtMs = 0

  function step(): void {
    if (state !== 'stepping') return
    let progress: RebuildProgress | null
    try {
      database.exec('BEGIN IMMEDIATE')
      rebuild.step()
      database.exec('COMMIT')
      progress = rebuild.progress()
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      if (!isStorageFailure(error)) throw error
      // A full disk: what is done stays done, and it goes on as soon as there is room, or something else could be stored.
      state = 'waiting'
      retry = setTimeout(goOn, retryAfterMs).unref()
      noteFailure(error)
      return
    }
    if (progress === null) {
      state = 'asleep'
      return tell(null)
    }
    const nowMs = Date.now()
    if (nowMs - toldAtMs >= tellEveryMs) {
      toldAtMs = nowMs
      tell(progress)
    }
    setImmediate(step)
  }

  function goOn(): void {
    if (state !== 'waiting') return
    clearTimeout(retry)
    state = 'stepping'
    setImmediate(step)
  }

  /** Null also where that cannot be read now: the next batch asks again. */
  function whatIsLeft(): RebuildProgress | null {
    try {
      return rebuild.progress()
    } catch (error) {
      if (!isStorageFailure(error)) throw error
      noteFailure(error)
      return null
    }
  }

  return {
    /** To be called after each batch that was stored: there may be something to do. */
    wake(): void {
      goOn()
      if (state !== 'asleep') return
      const progress = whatIsLeft()
      if (progress === null) return
      state = 'stepping'
      tell(progress)
      setImmediate(step)
    },
    stop(): void {
      state = 'stopped'
    }
  }
}
