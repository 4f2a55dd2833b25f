import { isImported, type KnownMessage, type MessageRecord } from '../core/messages/index.ts'
import type { LedgerChanges } from '../core/ports.ts'
import { type createMessageRows, recordOf, type StoredMessage } from './message-rows.ts'
import type { createThreadTable } from './thread-table.ts'

export type MessageChanges = Pick<LedgerChanges, 'messages' | 'removedMessages' | 'threads'>

/** Writes messages in the place of those that had the same facts, and answers what of that can be seen. */
export function createMessageWriter(
  rows: ReturnType<typeof createMessageRows>,
  threads: ReturnType<typeof createThreadTable>
) {
  return (before: readonly StoredMessage[], after: readonly KnownMessage[]): MessageChanges => {
    const known = new Map(before.map((message) => [message.id, message]))
    const kept = new Set(after.map(({ id }) => id))
    const removed = before.filter(({ id }) => !kept.has(id))
    const changed = after
      .filter((message) => !isSame(known.get(message.id), message))
      .map((message) => withUnread(message, before))
    const gone = shownOf(removed)
    const shown = shownOf(changed)
    const former = shownOf(changed.flatMap(({ id }) => known.get(id) ?? []))

    for (const message of removed) rows.remove(message)
    for (const record of shown) threads.ensure(record)
    for (const message of changed) rows.save(message, known.get(message.id))
    const news = threadsOf(shownOf(changed.filter(({ id, isUnread }) => isUnread && !known.has(id))))
    for (const id of threadsOf([...shown, ...gone, ...former])) threads.refresh(id, news.has(id))

    const messages = shown.filter((record) => !former.some((other) => isEqual(record, other)))
    return {
      messages,
      removedMessages: gone.map(({ id, threadId }) => ({ id, threadId })),
      threads: [...threadsOf([...messages, ...gone])].flatMap((id) => threads.get(id) ?? [])
    }
  }
}

const shownOf = (messages: readonly KnownMessage[]): readonly MessageRecord[] =>
  messages.map(recordOf).filter((record) => record !== null)

const threadsOf = (records: readonly MessageRecord[]): ReadonlySet<string> =>
  new Set(records.map(({ threadId }) => threadId))

const isSame = (one: KnownMessage | undefined, other: KnownMessage): boolean =>
  one !== undefined &&
  one.facts.length === other.facts.length &&
  other.facts.every((fact) => one.facts.includes(fact))

const isEqual = (one: MessageRecord, other: MessageRecord): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** One that was received is unread until it, or any that turned out to be the same, was read. What comes from a file is read. */
function withUnread(message: KnownMessage, before: readonly StoredMessage[]): StoredMessage {
  const former = before.filter(({ facts }) => facts.some((fact) => message.facts.includes(fact)))
  const isReceived = message.facts.some(({ kind }) => kind === 'received')
  if (!isReceived) return { ...message, isUnread: former.some(({ isUnread }) => isUnread) }
  if (former.length === 0) return { ...message, isUnread: !message.facts.every(isImported) }
  return { ...message, isUnread: former.every(({ isUnread }) => isUnread) }
}
