import { type CallFact, peopleOf, seqOf, storyOf, type ToldCall } from '../core/calls/index.ts'
import { type LedgerChanges, noChanges } from '../core/ports.ts'
import type { createDraftTable } from './draft-table.ts'
import type { EventTable } from './event-table.ts'
import type { createIntentTable } from './intent-table.ts'
import type { createListeningTable } from './listening-table.ts'
import type { createLostCallerTable } from './lost-caller-table.ts'
import type { createNoteTable } from './note-table.ts'
import type { createObservationTable } from './observation-table.ts'
import type { Database } from './open-database.ts'
import type { Tables } from './projector.ts'
import type { createScheduledTable } from './scheduled-table.ts'
import type { SharedTable } from './shared-table.ts'
import { newest } from './timeline-page.ts'

interface Parts extends Tables {
  readonly events: EventTable
  readonly intents: ReturnType<typeof createIntentTable>
  readonly observations: ReturnType<typeof createObservationTable>
  readonly notes: ReturnType<typeof createNoteTable>
  readonly drafts: ReturnType<typeof createDraftTable>
  readonly scheduled: ReturnType<typeof createScheduledTable>
  readonly listening: ReturnType<typeof createListeningTable>
  readonly lostCallers: ReturnType<typeof createLostCallerTable>
  readonly shared: SharedTable
}

const atOnce = 500
const everything = 1_000_000

/** Deletes what the user wants gone, with the events that told of it. */
export function createForget(database: Database, parts: Parts) {
  const { calls, messages, search, events, intents, observations } = parts
  const { notes, drafts, scheduled, listening, lostCallers, shared } = parts
  const selectOldCalls = database.prepare<[number, number], { readonly id: string }>(
    'SELECT id FROM calls WHERE started_at_ms < ? ORDER BY started_at_ms LIMIT ?'
  )
  const isInTouch = database.prepare<[{ readonly address: string }], { readonly found: number }>(
    `SELECT EXISTS (SELECT 1 FROM calls WHERE other_address = @address)
       OR EXISTS (SELECT 1 FROM calls WHERE placed_by = @address)
       OR EXISTS (SELECT 1 FROM threads WHERE other_address = @address)
       OR EXISTS (SELECT 1 FROM notes WHERE address = @address) AS found`
  )

  function forgetSources(facts: readonly Pick<CallFact, 'source'>[]): void {
    for (const { source } of facts) {
      const seq = seqOf(source)
      if (seq === null) intents.remove(source)
      else events.forget(seq)
    }
  }

  /** Deletes a call and what told of it; answers whom it was with. */
  function forgetToldCall(call: ToldCall): readonly string[] {
    forgetSources(call.facts)
    for (const { source } of call.facts) observations.remove(source)
    for (const { callId } of call.facts) if (callId !== null) shared.remove('call', callId)
    search.removeText('note', call.id)
    calls.remove(call)
    return peopleOf(storyOf(call)).map(({ address }) => address)
  }

  /** People are found by search as long as something is kept of them. */
  function forgetStrangers(addresses: ReadonlySet<string>): void {
    for (const address of addresses) {
      if (isInTouch.get({ address })?.found === 0) search.removePerson(address)
    }
  }

  function forgetCall(id: string): LedgerChanges {
    const call = calls.find(id)
    if (call === null) return noChanges
    forgetStrangers(new Set(forgetToldCall(call)))
    return { ...noChanges, removedCallIds: [call.id] }
  }

  return {
    forgetCall,
    /** Whether they asked for no more messages stays known: see `stop-table.ts`. */
    forgetPerson(address: string): LedgerChanges {
      const removed = calls
        .listWith(address, newest, everything)
        .flatMap(({ id }) => forgetCall(id).removedCallIds)
      for (const message of messages.takeWith(address)) {
        forgetSources(message.facts)
        search.removeText('message', message.id)
      }
      for (const note of notes.listWith(address, newest, everything)) {
        notes.remove(note.id)
        search.removeText('note', note.id)
      }
      // A dial of which nothing came is in no call.
      intents.removeDialsTo(address)
      drafts.remove(address)
      scheduled.removeTo(address)
      lostCallers.forget(address)
      shared.remove('claim', address)
      search.removePerson(address)
      return { ...noChanges, removedCallIds: removed }
    },
    /** Deletes at most some hundreds of each kind that are older. */
    forgetBefore(atMs: number): { readonly isDone: boolean } {
      const oldCalls = selectOldCalls.all(atMs, atOnce)
      const touched = new Set<string>()
      for (const { id } of oldCalls) {
        const call = calls.find(id)
        if (call !== null) for (const address of forgetToldCall(call)) touched.add(address)
      }
      const oldMessages = messages.takeOld(atMs, atOnce)
      for (const { id, facts, otherAddress } of oldMessages) {
        touched.add(otherAddress)
        forgetSources(facts)
        search.removeText('message', id)
      }
      const oldNotes = notes.listOld(atMs, atOnce)
      for (const { id, address } of oldNotes) {
        touched.add(address)
        notes.remove(id)
        search.removeText('note', id)
      }
      forgetStrangers(touched)
      if ([oldCalls, oldMessages, oldNotes].some(({ length }) => length === atOnce)) return { isDone: false }
      intents.removeOld(atMs)
      scheduled.removeOld(atMs)
      lostCallers.removeOld(atMs)
      listening.removeOld(atMs)
      return { isDone: events.removeOld(atMs, atOnce) < atOnce }
    }
  }
}
