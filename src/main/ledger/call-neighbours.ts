import { type CallFact, correlationSpan, isLoose, partiesOf, type ToldCall } from '../core/calls/index.ts'
import { toldOf } from './call-rows.ts'
import type { Database } from './open-database.ts'

interface FactsRow {
  readonly id: string
  readonly facts: string
}

/** A busy line without ids in its events has no more calls than this that could be mistaken for each other. */
const mostNeighbours = 64
const mostBefore = 24
const mostAfter = 8
const shortlyMs = 10 * 60_000

/**
 * Finds the calls that a fact, or a loose fact among theirs, can have to do with: those of Voice360's id, those that it is a
 * conclusion about, and those near in time with the same numbers or extensions. A fact with an id can draw loose facts only.
 */
export function createCallNeighbours(database: Database, mayBeLoose: (address: string) => boolean) {
  const selectByVoice360Id = database.prepare<[string], FactsRow>(
    'SELECT id, facts FROM calls WHERE id = (SELECT call_id FROM call_ids WHERE voice360_id = ?)'
  )
  const selectById = database.prepare<[string], FactsRow>('SELECT id, facts FROM calls WHERE id = ?')
  const near = (order: string, isLooseOnly: boolean) =>
    database.prepare<[string, number, number, number], { readonly call_id: string }>(
      `SELECT call_id FROM call_parties WHERE address = ? AND started_at_ms BETWEEN ? AND ?
       ${isLooseOnly ? 'AND is_loose = 1' : ''} ORDER BY started_at_ms ${order} LIMIT ?`
    )
  const selectBefore = { all: near('DESC', false), loose: near('DESC', true) }
  const selectAfter = { all: near('ASC', false), loose: near('ASC', true) }

  function idsNear(fact: CallFact): readonly string[] {
    const { atMs } = fact
    const which = fact.callId === null || fact.kind === 'placed' ? 'all' : 'loose'
    const addresses = which === 'all' ? partiesOf(fact) : partiesOf(fact).filter(mayBeLoose)
    return addresses.flatMap((address) =>
      [
        ...selectBefore[which].all(address, atMs - correlationSpan.beforeMs, atMs + shortlyMs, mostBefore),
        ...selectAfter[which].all(address, atMs + shortlyMs + 1, atMs + correlationSpan.afterMs, mostAfter)
      ].map((row) => row.call_id)
    )
  }

  return (fact: CallFact, about: string | null): readonly ToldCall[] => {
    const found = new Map<string, ToldCall>()
    const take = (row: FactsRow | undefined): void => {
      if (row === undefined || found.has(row.id) || found.size >= mostNeighbours) return
      const call = toldOf(row)
      found.set(row.id, call)
      for (const other of call.facts) if (isLoose(other, call.facts)) look(other)
    }
    const look = (from: CallFact): void => {
      if (from.callId !== null) take(selectByVoice360Id.get(from.callId))
      for (const id of idsNear(from)) if (!found.has(id)) take(selectById.get(id))
    }
    if (about !== null) take(selectById.get(about))
    else look(fact)
    return [...found.values()]
  }
}
