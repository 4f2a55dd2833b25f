import type { CallFact } from '../core/calls/index.ts'
import type { FactReader } from '../core/fact-reader.ts'
import type { DialIntent, Intent, IntentOutcome } from '../core/intent.ts'
import type { MessageFact } from '../core/messages/index.ts'
import { type LedgerChanges, noChanges } from '../core/ports.ts'
import { understandEvent } from '../core/understand-event.ts'
import type { ReadableEvent } from '../core/webhooks/index.ts'
import type { createCallTable } from './call-table.ts'
import { intendedFact, placedFact, settledFact } from './intent-facts.ts'
import type { createMessageTable } from './message-table.ts'
import type { createSearchTable } from './search-table.ts'

export interface Tables {
  readonly calls: ReturnType<typeof createCallTable>
  readonly messages: ReturnType<typeof createMessageTable>
  readonly search: ReturnType<typeof createSearchTable>
}

export interface ProjectedEvent {
  readonly changes: LedgerChanges
  readonly kind: 'call' | 'message' | 'not-understood'
  readonly notUnderstood: string | null
}

/** Brings what events and intents say into calls, messages and what can be searched. */
export function createProjector({ calls, messages, search }: Tables, reader: () => FactReader) {
  function addCallFact(fact: CallFact, isOnlyToKnown = false): LedgerChanges {
    const changes = calls.add(fact, isOnlyToKnown)
    for (const { otherAddress, callerName, startedAtMs } of changes.calls) {
      if (otherAddress !== '') search.touchPerson(otherAddress, callerName, startedAtMs)
    }
    return { ...noChanges, ...changes }
  }

  function addMessageFact(fact: MessageFact, newId: string): LedgerChanges {
    const change = messages.add(fact, newId)
    if (change === null) return noChanges
    const { id, otherAddress, atMs, body } = change.message
    search.touchPerson(otherAddress, null, atMs)
    search.addText({ kind: 'message', id, address: otherAddress, atMs, body })
    return { ...noChanges, messages: [change.message], threads: [change.thread] }
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
    event(event: ReadableEvent, source: string): ProjectedEvent {
      const understood = understandEvent(event, reader(), source)
      switch (understood.kind) {
        case 'call':
          return { kind: 'call', notUnderstood: null, changes: addCallFact(understood.fact) }
        case 'message':
          return {
            kind: 'message',
            notUnderstood: null,
            changes: addMessageFact(understood.fact, source)
          }
        case 'not-understood':
          return { kind: 'not-understood', notUnderstood: understood.why, changes: noChanges }
      }
    },
    intend: (intent: Intent): LedgerChanges =>
      intent.kind === 'dial'
        ? noChanges
        : addMessageFact(intendedFact(intent, reader().readAddress), intent.id),
    settle: (intent: Intent, outcome: IntentOutcome): LedgerChanges =>
      intent.kind === 'dial'
        ? settleDial(intent, outcome)
        : addMessageFact(settledFact(intent, outcome), intent.id)
  }
}

export type Projector = ReturnType<typeof createProjector>
