import type { RebuildProgress } from '../../shared/domain/event-reading.ts'
import { eventSource } from '../core/calls/index.ts'
import type { EventReader, StoredEvent } from '../core/ports.ts'
import { rereadEvent } from '../core/webhooks/index.ts'
import type { Backlog } from './backlog.ts'
import type { createCallTable } from './call-table.ts'
import type { EventTable } from './event-table.ts'
import type { createIntentTable } from './intent-table.ts'
import type { createObservationTable } from './observation-table.ts'
import type { Database } from './open-database.ts'
import type { Projector } from './projector.ts'
import type { TryEvent } from './try-event.ts'

/** To be raised when the same events come to other calls, or other people in touch, than before: they are then made anew. */
export const callsVersion = 4
const eventsPerStep = 400

interface ProjectionRow {
  readonly made_with: string
  readonly cursor_seq: number | null
  readonly total_count: number
}

interface Parts {
  readonly events: EventTable
  readonly backlog: Backlog
  readonly intents: ReturnType<typeof createIntentTable>
  readonly observations: ReturnType<typeof createObservationTable>
  readonly calls: ReturnType<typeof createCallTable>
  readonly projector: Projector
  readonly tryEvent: TryEvent
}

/**
 * Makes the calls anew from the events, step by step, the newest first, so that what matters most is back first. Events that come
 * meanwhile are projected at once: calls do not depend on the order in which their events are reduced. How far it came is kept,
 * so that it goes on after a restart.
 */
export function createRebuild(
  database: Database,
  { events, backlog, intents, observations, calls, projector, tryEvent }: Parts
) {
  const select = database.prepare<[], ProjectionRow>(
    "SELECT made_with, cursor_seq, total_count FROM projections WHERE name = 'calls'"
  )
  const begin = database.prepare(
    `INSERT INTO projections (name, made_with, cursor_seq, total_count) VALUES ('calls', ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET made_with = excluded.made_with, cursor_seq = excluded.cursor_seq,
       total_count = excluded.total_count`
  )
  const moveOn = database.prepare("UPDATE projections SET cursor_seq = ? WHERE name = 'calls'")

  function start(madeWith: string): void {
    // Those that wait are projected for the first time, by the new rules too.
    const count = (backlog.fromSeq() ?? events.count().count + 1) - 1
    calls.clear()
    begin.run(madeWith, count === 0 ? null : count, count)
    for (const { intent, outcome } of intents.settled()) {
      if (intent.kind === 'dial') projector.settle(intent, outcome)
      conclude(intent.id)
    }
    for (const fact of observations.sightings()) {
      projector.addCallFact(fact)
      conclude(fact.source)
    }
  }

  const conclude = (source: string): void => {
    for (const fact of observations.about(source)) projector.addCallFact(fact)
  }

  function replay(stored: StoredEvent): void {
    const event = rereadEvent(stored)
    if (event === null) return
    const source = eventSource(stored.seq)
    // Messages are there already, but for those that could not be understood before.
    if (event.name.toUpperCase().startsWith('SMS_') && stored.notUnderstood === null) return
    const { notUnderstood } = projector.event(event, source)
    if (notUnderstood !== stored.notUnderstood) events.setNotUnderstood(stored.seq, notUnderstood)
    conclude(source)
  }

  return {
    /** Begins where the events of the calls were read in another way. */
    ensure({ region, aliases }: EventReader): void {
      const madeWith = JSON.stringify([callsVersion, region, aliases])
      if (select.get()?.made_with !== madeWith) start(madeWith)
    },
    /** How far it is; null when there is nothing to do. */
    progress(): RebuildProgress | null {
      const { cursor_seq: cursor = null, total_count: total = 0 } = select.get() ?? {}
      return cursor === null ? null : { doneCount: total - cursor, totalCount: total }
    },
    /** Does the next step, inside a transaction of its own. */
    step(): void {
      const cursor = select.get()?.cursor_seq ?? null
      if (cursor === null) return
      const slice = events.slice(cursor, eventsPerStep)
      for (const stored of slice) tryEvent(stored.seq, () => replay(stored), undefined)
      const next = (slice[0]?.seq ?? 1) - 1
      if (next <= 0) calls.adoptStrays()
      moveOn.run(next <= 0 ? null : next)
    }
  }
}

export type Rebuild = ReturnType<typeof createRebuild>
