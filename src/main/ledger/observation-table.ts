import type { CallFact, CallObservation, CallSighting } from '../core/calls/index.ts'
import type { Database } from './open-database.ts'

interface ObservationRow {
  readonly content: string
}

/** What this app knows of calls without having been told, kept beside the events so that a history made anew knows it too. */
export function createObservationTable(database: Database) {
  const insert = database.prepare(
    'INSERT INTO observations (id, about, content) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING'
  )
  const selectAbout = database.prepare<[string], ObservationRow>(
    'SELECT content FROM observations WHERE about = ?'
  )
  const remove = database.prepare('DELETE FROM observations WHERE id = ? OR about = ?')
  const about = (source: string): readonly CallFact[] => selectAbout.all(source).map(factOf)
  return {
    add(observation: CallObservation): void {
      const source = observation.kind === 'seen' ? noOther : observation.callId
      insert.run(observation.id, source, JSON.stringify(observation))
    },
    about,
    sightings: (): readonly CallFact[] => about(noOther),
    /** What was observed under this id, and what was concluded from it. */
    remove: (source: string): void => void remove.run(source, source)
  }
}

/** What was seen is about no other fact. */
const noOther = ''

export const observedFact = (observation: CallObservation): CallFact => ({
  kind: observation.kind,
  atMs: observation.atMs,
  callId: null,
  from: null,
  to: null,
  extension: null,
  queueName: null,
  callerName: null,
  dialId: null,
  source: observation.id,
  ...(observation.kind === 'seen'
    ? { ...partiesIn(observation), about: null }
    : { about: observation.callId })
})

const partiesIn = ({ from, to, extension }: CallSighting) => ({ from, to, extension })

const factOf = ({ content }: ObservationRow): CallFact => observedFact(JSON.parse(content))
