import { type LedgerChanges, noChanges, type StreamPosition } from '../core/ports.ts'
import type { Backlog } from './backlog.ts'
import type { EventTable } from './event-table.ts'
import type { PositionTable } from './position-table.ts'
import type { ProjectStored } from './project-stored.ts'
import type { SentEvent, StoredForLater } from './protocol.ts'
import type { SightingTable } from './sighting-table.ts'

interface Parts {
  readonly events: EventTable
  readonly positions: PositionTable
  readonly sightings: SightingTable
  readonly backlog: Backlog
  readonly projectStored: ProjectStored
}

/** So many are projected in the transaction that stores them: a caller shows at once. Of more, the sender would wait for it. */
const mostProjectedAtOnce = 8

/** Takes in what comes from Voice360, inside the transaction of a batch. */
export function createEventIntake({ events, positions, sightings, backlog, projectStored }: Parts) {
  /** The number of the new event; null where it was there before. */
  function keep(event: SentEvent, position: StreamPosition | undefined): number | null {
    const isKnown = backlog.has(event.key) || events.isIndexed(event.key)
    const seq = isKnown ? null : events.append(event)
    sightings.see(event, seq)
    if (position !== undefined) positions.moveOn(position)
    return seq
  }

  return {
    /** Whether the events of a batch are to be stored only: they are many, or others wait already. */
    areToWait: (count: number): boolean =>
      count > mostProjectedAtOnce || (count > 0 && backlog.fromSeq() !== null),
    /** Stores an event and projects it at once. */
    append(
      event: SentEvent,
      position?: StreamPosition
    ): { readonly isDuplicate: boolean; readonly changes: LedgerChanges } {
      const seq = keep(event, position)
      if (seq === null) return { isDuplicate: true, changes: noChanges }
      events.index(seq, seq + 1)
      const { name, occurredAtMs, receivedAtMs, method, raw } = event
      return {
        isDuplicate: false,
        changes: projectStored({ seq, name, occurredAtMs, receivedAtMs, method, raw })
      }
    },
    /** Stores an event, which then waits to be projected. */
    store(event: SentEvent, position?: StreamPosition): StoredForLater {
      const seq = keep(event, position)
      if (seq === null) return 'duplicate'
      backlog.add(seq, event.key)
      return 'stored'
    }
  }
}

export type EventIntake = ReturnType<typeof createEventIntake>
