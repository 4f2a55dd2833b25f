import type { LedgerChanges } from '../core/ports.ts'
import type { EventTable } from './event-table.ts'
import { joinChanges } from './join-changes.ts'
import type { Database } from './open-database.ts'
import type { ProjectStored } from './project-stored.ts'

const eventsPerSlice = 25

/**
 * The events that are stored, and neither projected nor indexed yet: all from a number on. It moves in the transaction that stores
 * or projects them, so that each is projected once, whatever ends the app in between.
 */
export function createBacklog(database: Database, events: EventTable, projectStored: ProjectStored) {
  const select = database.prepare<[], { readonly from_seq: number }>('SELECT from_seq FROM backlog')
  const insert = database.prepare('INSERT INTO backlog (id, from_seq) VALUES (1, ?)')
  const moveOn = database.prepare('UPDATE backlog SET from_seq = ?')
  const end = database.prepare('DELETE FROM backlog')
  const read = (): number | null => select.get()?.from_seq ?? null
  // As it is in the table, the running transaction included; and without that.
  let fromSeq = read()
  let keptSeq = fromSeq
  /** Of those that wait; null where they have to be read first. */
  let keys: Set<string> | null = null
  let untold: LedgerChanges[] = []

  /** The number of the first event from `seq` on that is left when the time is up; null where none is. */
  function catchUpFrom(seq: number, untilMs: number): number | null {
    let next = seq
    for (;;) {
      const slice = events.from(next, eventsPerSlice)
      for (const [index, stored] of slice.entries()) {
        untold.push(projectStored(stored))
        next = stored.seq + 1
        const isLast = index === slice.length - 1 && slice.length < eventsPerSlice
        if (!isLast && performance.now() >= untilMs) return next
      }
      if (slice.length < eventsPerSlice) return null
    }
  }

  function keysFrom(seq: number): Set<string> {
    keys ??= new Set(events.keysFrom(seq))
    return keys
  }

  return {
    /** The number of the first that waits; null where none does. */
    fromSeq: (): number | null => fromSeq,
    /** Whether an event of this key waits. */
    has: (key: string): boolean => fromSeq !== null && keysFrom(fromSeq).has(key),
    /** Lets the newest event wait. */
    add(seq: number, key: string): void {
      if (fromSeq === null) {
        insert.run(seq)
        fromSeq = seq
        keys = new Set()
      }
      keysFrom(fromSeq).add(key)
    },
    /** Projects what waits, the oldest first, for about so long, inside a transaction. */
    catchUp(forMs: number): void {
      if (fromSeq === null) return
      const waiting = keysFrom(fromSeq)
      const next = catchUpFrom(fromSeq, performance.now() + forMs)
      for (const key of events.index(fromSeq, next ?? Number.MAX_SAFE_INTEGER)) waiting.delete(key)
      fromSeq = next
      if (fromSeq === null) end.run()
      else moveOn.run(fromSeq)
    },
    /** What was caught up on since the last time, to be told once it is written; null where there was nothing. */
    take(): LedgerChanges | null {
      if (untold.length === 0) return null
      const changes = joinChanges(untold)
      untold = []
      return changes
    },
    /** To be called after a transaction was committed. */
    keep(): void {
      keptSeq = fromSeq
    },
    /** To be called after a transaction was rolled back: nothing of what it did is on disk, which now may not be readable at all. */
    discard(): void {
      fromSeq = keptSeq
      keys = null
      untold = []
    }
  }
}

export type Backlog = ReturnType<typeof createBacklog>
