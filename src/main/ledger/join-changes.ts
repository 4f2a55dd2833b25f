import type { LedgerChanges } from '../core/ports.ts'

/**
 * Several changes, in the order in which they were made, as one: of each thing what it came to last. What was changed and then
 * removed counts as removed only, and the other way round.
 */
export function joinChanges(all: readonly LedgerChanges[]): LedgerChanges {
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  const calls = new Map<string, LedgerChanges['calls'][number]>()
  const removedCallIds = new Set<string>()
  const messages = new Map<string, LedgerChanges['messages'][number]>()
  const removedMessages = new Map<string, LedgerChanges['removedMessages'][number]>()
  const threads = new Map<string, LedgerChanges['threads'][number]>()
  const stops = new Map<string, LedgerChanges['stops'][number]>()
  for (const changes of all) {
    for (const id of changes.removedCallIds) {
      calls.delete(id)
      removedCallIds.add(id)
    }
    for (const call of changes.calls) {
      calls.set(call.id, call)
      removedCallIds.delete(call.id)
    }
    for (const removed of changes.removedMessages) {
      messages.delete(removed.id)
      removedMessages.set(removed.id, removed)
    }
    for (const message of changes.messages) {
      messages.set(message.id, message)
      removedMessages.delete(message.id)
    }
    for (const thread of changes.threads) threads.set(thread.id, thread)
    for (const stop of changes.stops) stops.set(stop.address, stop)
  }
  return {
    calls: [...calls.values()],
    removedCallIds: [...removedCallIds],
    messages: [...messages.values()],
    removedMessages: [...removedMessages.values()],
    threads: [...threads.values()],
    sentDrafts: all.flatMap(({ sentDrafts }) => sentDrafts),
    stops: [...stops.values()]
  }
}
