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
  tell: (progress: RebuildProgress | null) => void
) {
  let state: 'asleep' | 'stepping' | 'stopped' = 'asleep'
  let toldAtMs = 0

  function step(): void {
    if (state !== 'stepping') return
    try {
      database.exec('BEGIN IMMEDIATE')
      rebuild.step()
      database.exec('COMMIT')
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      if (!isStorageFailure(error)) throw error
      // A full disk: what is done stays done, and it goes on as soon as there is room.
      setTimeout(step, retryAfterMs).unref()
      return
    }
    const progress = rebuild.progress()
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

  return {
    /** To be called whenever there may be something to do. */
    wake(): void {
      if (state !== 'asleep') return
      const progress = rebuild.progress()
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
