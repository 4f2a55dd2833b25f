import type { CallFact, CallObservation } from '../core/calls/index.ts'
import type { Database } from './open-database.ts'

interface ObservationRow {
  readonly content: string
}

/** What this app concluded of calls, kept beside the events so that a history made anew knows it too. */
export function createObservationTable(database: Database) {
  const insert = database.prepare(
    'INSERT INTO observations (id, about, content) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING'
  )
  const selectAbout = database.prepare<[string], ObservationRow>(
    'SELECT content FROM observations WHERE about = ?'
  )
  const remove = database.prepare('DELETE FROM observations WHERE about = ?')
  return {
    add: (observation: CallObservation): void =>
      void insert.run(observation.id, observation.callId, JSON.stringify(observation)),
    about: (source: string): readonly CallFact[] => selectAbout.all(source).map(factOf),
    removeAbout: (source: string): void => void remove.run(source)
  }
}

export const observedFact = ({ id, kind, callId, atMs }: CallObservation): CallFact => ({
  kind,
  atMs,
  callId: null,
  from: null,
  to: null,
  extension: null,
  queueName: null,
  callerName: null,
  dialId: null,
  source: id,
  about: callId
})

const factOf = ({ content }: ObservationRow): CallFact => observedFact(JSON.parse(content))
