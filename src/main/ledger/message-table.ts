import {
  groupMessages,
  type KnownMessage,
  type MessageFact,
  type MessageRecord
} from '../core/messages/index.ts'
import type { MessagePage } from '../core/ports.ts'
import { createMessageNeighbours } from './message-neighbours.ts'
import {
  createMessageRows,
  type MessageRow,
  recordOf,
  recordsOf,
  selectMessages,
  storedOf
} from './message-rows.ts'
import { createMessageWriter, type MessageChanges } from './message-writer.ts'
import type { Database } from './open-database.ts'
import { createThreadTable } from './thread-table.ts'
import { newest, type Place } from './timeline-page.ts'

export interface TakenMessage extends KnownMessage {
  readonly otherAddress: string
}

/** Messages: made of facts by the core, found by their columns, in threads that the user marks. */
export function createMessageTable(database: Database) {
  const rows = createMessageRows(database)
  const neighboursOf = createMessageNeighbours(database)
  const selectById = database.prepare<[string], MessageRow>(`${selectMessages} WHERE id = ?`)
  const olderFirst = 'AND (at_ms, id) < (?, ?) ORDER BY at_ms DESC, id DESC LIMIT ?'
  const selectPage = database.prepare<[string, number, string, number], MessageRow>(
    `${selectMessages} WHERE thread_id = ? ${olderFirst}`
  )
  const selectPageWith = database.prepare<[string, number, string, number], MessageRow>(
    `${selectMessages} WHERE other_address = ? ${olderFirst}`
  )
  const selectOld = database.prepare<[number, number], MessageRow>(
    `${selectMessages} WHERE at_ms < ? ORDER BY at_ms LIMIT ?`
  )
  const selectAllWith = database.prepare<[string], MessageRow>(`${selectMessages} WHERE other_address = ?`)
  const lastIn = (threadId: string): MessageRecord | undefined =>
    recordsOf(selectPage.all(threadId, newest.atMs, newest.id, 1))[0]
  const threads = createThreadTable(database, lastIn)

  const write = createMessageWriter(rows, threads)

  /** Deletes these, and answers what they were. */
  function take(found: readonly MessageRow[]): readonly TakenMessage[] {
    const taken = found.map(storedOf)
    const records = taken.map(recordOf)
    for (const message of taken) rows.remove(message)
    for (const id of new Set(records.flatMap((record) => record?.threadId ?? []))) threads.refresh(id, false)
    return taken.map(({ id, facts }, index) => ({
      id,
      facts,
      otherAddress: records[index]?.otherAddress ?? ''
    }))
  }

  return {
    /** Adds a fact to the message that it belongs to, or to one of its own; messages that it shows to be one become one. */
    add(fact: MessageFact): MessageChanges {
      const before = neighboursOf(fact)
      return write(before, groupMessages([...before.flatMap(({ facts }) => facts), fact]))
    },
    /** Whether a fact tells of no message that is here. */
    isNews: (fact: MessageFact): boolean =>
      groupMessages([...neighboursOf(fact).flatMap(({ facts }) => facts), fact]).some(
        ({ facts }) => facts.length === 1 && facts[0] === fact
      ),
    get: (id: string): MessageRecord | null => recordsOf(selectById.all(id))[0] ?? null,
    /** Oldest first. */
    list: (threadId: string, { before, limit }: MessagePage): readonly MessageRecord[] => {
      const { atMs, id } = before ?? newest
      return recordsOf(selectPage.all(threadId, atMs, id, limit)).toReversed()
    },
    /** Newest first, those with an address that are older than a place. */
    listWith: (address: string, { atMs, id }: Place, limit: number): readonly MessageRecord[] =>
      recordsOf(selectPageWith.all(address, atMs, id, limit)),
    takeWith: (address: string): readonly TakenMessage[] => take(selectAllWith.all(address)),
    takeOld: (beforeMs: number, limit: number): readonly TakenMessage[] =>
      take(selectOld.all(beforeMs, limit)),
    listThreads: threads.list,
    countUnread: threads.countUnread,
    markThread: threads.mark
  }
}
