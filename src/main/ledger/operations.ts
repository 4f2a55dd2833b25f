import type { CallFact } from '../core/calls/index.ts'
import type { DialIntent, IntentOutcome } from '../core/intent.ts'
import type { MessageFact } from '../core/messages/index.ts'
import { addressReader, type ReadAddress } from '../core/numbers/index.ts'
import type { LedgerChanges } from '../core/ports.ts'
import { understandEvent } from '../core/understand-event.ts'
import { createCallTable } from './call-table.ts'
import { createEventTable } from './event-table.ts'
import { intendedFact, placedFact, settledFact } from './intent-facts.ts'
import { createIntentTable } from './intent-table.ts'
import { createMessageTable } from './message-table.ts'
import type { Database } from './open-database.ts'
import type { LedgerOperations } from './protocol.ts'

const noChanges: LedgerChanges = { calls: [], messages: [], threads: [] }

/** The ledger's operations on its database; each runs inside the transaction of its batch. */
export function createOperations(database: Database, region: string): LedgerOperations {
  const events = createEventTable(database)
  const intents = createIntentTable(database)
  const calls = createCallTable(database)
  const messages = createMessageTable(database)
  let readAddress: ReadAddress = addressReader(region)

  function addCallFact(fact: CallFact, newId: string | null): LedgerChanges {
    const call = calls.add(fact, newId)
    return call === null ? noChanges : { ...noChanges, calls: [call] }
  }

  function addMessageFact(fact: MessageFact, newId: string): LedgerChanges {
    const change = messages.add(fact, newId)
    return change === null
      ? noChanges
      : { ...noChanges, messages: [change.message], threads: [change.thread] }
  }

  /** A dial enters the calls once it may be out: one that was refused never was a call, an unsure one shows by its events. */
  function settleDial(intent: DialIntent, outcome: IntentOutcome): LedgerChanges {
    if (outcome.state === 'refused') return noChanges
    const isAccepted = outcome.state === 'accepted'
    const fact = placedFact(intent, readAddress, isAccepted ? outcome.apiId : null)
    return addCallFact(fact, isAccepted ? intent.id : null)
  }

  function settle(id: string, outcome: IntentOutcome): LedgerChanges {
    const intent = intents.settle(id, outcome)
    return intent.kind === 'dial'
      ? settleDial(intent, outcome)
      : addMessageFact(settledFact(intent, outcome), intent.id)
  }

  return {
    appendEvent(event) {
      const seq = events.append(event)
      if (seq === null) return { isDuplicate: true, changes: noChanges }
      const understood = understandEvent(event, readAddress)
      switch (understood.kind) {
        case 'call':
          return { isDuplicate: false, changes: addCallFact(understood.fact, `call-${seq}`) }
        case 'message':
          return { isDuplicate: false, changes: addMessageFact(understood.fact, `message-${seq}`) }
        case 'not-understood':
          events.markNotUnderstood(seq, understood.why)
          return { isDuplicate: false, changes: noChanges }
      }
    },
    addIntent(intent) {
      const isNew = intents.add(intent)
      if (!isNew || intent.kind === 'dial') return { isNew, changes: noChanges }
      return { isNew, changes: addMessageFact(intendedFact(intent, readAddress), intent.id) }
    },
    settleIntent: settle,
    settleOrphans: (reason, atMs) =>
      joined(intents.orphans().map(({ id }) => settle(id, { state: 'unknown', reason, atMs }))),
    markThreadRead: messages.markThreadRead,
    listCalls: calls.list,
    listThreads: messages.listThreads,
    listMessages: messages.list,
    getMessage: messages.get,
    listContacts: (address, limit) => ({
      calls: calls.listWith(address, limit),
      messages: messages.listWith(address, limit)
    }),
    countEvents: events.count,
    setRegion(newRegion) {
      readAddress = addressReader(newRegion)
    }
  }
}

const joined = (all: readonly LedgerChanges[]): LedgerChanges => ({
  calls: all.flatMap(({ calls }) => calls),
  messages: all.flatMap(({ messages }) => messages),
  threads: all.flatMap(({ threads }) => threads)
})
