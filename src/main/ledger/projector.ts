import { type CallFact, type CallRecord, peopleOf } from '../core/calls/index.ts'
import type { FactReader } from '../core/fact-reader.ts'
import type { DialIntent, Intent, IntentOutcome } from '../core/intent.ts'
import { type MessageFact, stopOf } from '../core/messages/index.ts'
import { type LedgerChanges, noChanges } from '../core/ports.ts'
import { understandEvent } from '../core/understand-event.ts'
import type { ReadableEvent } from '../core/webhooks/index.ts'
import type { createCallTable } from './call-table.ts'
import { intendedFact, placedFact, settledFact } from './intent-facts.ts'
import type { createMessageTable } from './message-table.ts'
import type { createSearchTable } from './search-table.ts'
import type { createStopTable } from './stop-table.ts'

export interface Tables {
  readonly calls: ReturnType<typeof createCallTable>
  readonly messages: ReturnType<typeof createMessageTable>
  readonly search: ReturnType<typeof createSearchTable>
  readonly stops: ReturnType<typeof createStopTable>
}

export interface ProjectedEvent {
  readonly changes: LedgerChanges
  readonly kind: 'call' | 'message' | 'not-understood'
  readonly notUnderstood: string | null
}

/** Brings what events and intents say into calls, messages and what can be searched. */
export function createProjector({ calls, messages, search, stops }: Tables, reader: () => FactReader) {
  function addCallFact(fact: CallFact, isOnlyToKnown = false): LedgerChanges {
    const changes = calls.add(fact, isOnlyToKnown)
    for (const call of changes.calls) {
      for (const { address, toldName } of peopleOf(call))
        search.touchPerson(address, toldName, call.startedAtMs)
      indexSharedNote(call)
    }
    return { ...noChanges, ...changes }
  }

  /** Found by what colleagues wrote of it, beside the user's own words. */
  function indexSharedNote({ id, otherAddress: address, startedAtMs: atMs, note, shared }: CallRecord): void {
    if (shared === null) return
    const body = [...new Set([shared.note, note])].filter((text) => text !== null).join('\n')
    if (body === '') search.removeText('note', id)
    else search.addText({ kind: 'note', id, address, atMs, body })
  }

  function addMessageFact(fact: MessageFact): LedgerChanges {
    const changes = messages.add(fact)
    for (const { id } of changes.removedMessages) search.removeText('message', id)
    for (const { id, otherAddress, atMs, body } of changes.messages) {
      search.touchPerson(otherAddress, null, atMs)
      search.addText({ kind: 'message', id, address: otherAddress, atMs, body })
    }
    const said = stopOf(fact)
    const stop = said === null ? null : stops.save(said)
    return { ...noChanges, ...changes, stops: stop?.isNew ? [stop.last] : [] }
  }

  /** A dial enters the calls once it may be out: one that was refused never was a call, an unsure one shows by its events. */
  function settleDial(intent: DialIntent, outcome: IntentOutcome): LedgerChanges {
    if (outcome.state === 'refused') return noChanges
    const isAccepted = outcome.state === 'accepted'
    const fact = placedFact(intent, reader().readAddress, isAccepted ? outcome.apiId : null)
    return addCallFact(fact, !isAccepted)
  }

  return {
    addCallFact,
    addMessageFact,
    indexSharedNote,
    event(event: ReadableEvent, source: string): ProjectedEvent {
      const understood = understandEvent(event, reader(), source)
      switch (understood.kind) {
        case 'call':
          return { kind: 'call', notUnderstood: null, changes: addCallFact(understood.fact) }
        case 'message':
          return { kind: 'message', notUnderstood: null, changes: addMessageFact(understood.fact) }
        case 'not-understood':
          return { kind: 'not-understood', notUnderstood: understood.why, changes: noChanges }
      }
    },
    intend: (intent: Intent): LedgerChanges =>
      intent.kind === 'dial' ? noChanges : addMessageFact(intendedFact(intent, reader().readAddress)),
    settle: (intent: Intent, outcome: IntentOutcome): LedgerChanges =>
      intent.kind === 'dial' ? settleDial(intent, outcome) : addMessageFact(settledFact(intent, outcome))
  }
}

export type Projector = ReturnType<typeof createProjector>
