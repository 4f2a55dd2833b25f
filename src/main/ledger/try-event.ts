import type { EventTable } from './event-table.ts'
import type { Database } from './open-database.ts'
import { faultOf, isStorageFailure } from './storage-errors.ts'

/**
 * Does something with a stored event, inside a transaction. Where our own code fails on it, what it had begun is undone, the event is
 * marked as not understood, and the answer is `otherwise`: the event stays, and stops nothing that comes after it.
 */
export type TryEvent = <T>(seq: number, work: () => T, otherwise: T) => T

/** @param onFailure told why, each time: that is a bug */
export function createTryEvent(
  database: Database,
  events: Pick<EventTable, 'setNotUnderstood'>,
  onFailure: (reason: string) => void
): TryEvent {
  const save = database.prepare('SAVEPOINT event')
  const release = database.prepare('RELEASE event')
  return (seq, work, otherwise) => {
    save.run()
    try {
      const done = work()
      release.run()
      return done
    } catch (error) {
      if (isStorageFailure(error)) throw error
      database.exec('ROLLBACK TO event; RELEASE event')
      events.setNotUnderstood(seq, 'it could not be read')
      onFailure(faultOf(error))
      return otherwise
    }
  }
}
