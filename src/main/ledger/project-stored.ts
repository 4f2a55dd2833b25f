import { eventSource } from '../core/calls/index.ts'
import type { LedgerChanges, StoredEvent } from '../core/ports.ts'
import { noChanges } from '../core/ports.ts'
import { rereadEvent } from '../core/webhooks/index.ts'
import type { EventTable } from './event-table.ts'
import type { Projector } from './projector.ts'
import type { TryEvent } from './try-event.ts'

type Kept = Pick<StoredEvent, 'seq' | 'name' | 'occurredAtMs' | 'receivedAtMs' | 'method' | 'raw'>

/** Projects a stored event for the first time, and notes at it where it was not understood. */
export type ProjectStored = (stored: Kept) => LedgerChanges

export function createProjectStored(
  events: Pick<EventTable, 'setNotUnderstood'>,
  projector: Projector,
  tryEvent: TryEvent
): ProjectStored {
  function project(stored: Kept): LedgerChanges {
    const event = rereadEvent(stored)
    // Deleted before it was looked at.
    if (event === null) return noChanges
    const { changes, notUnderstood } = projector.event(event, eventSource(stored.seq))
    if (notUnderstood !== null) events.setNotUnderstood(stored.seq, notUnderstood)
    return changes
  }
  return (stored) => tryEvent(stored.seq, () => project(stored), noChanges)
}
