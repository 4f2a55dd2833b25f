import type { CallObservation, CallPage, CallQuery } from '../core/calls/index.ts'
import { createFactReader } from '../core/fact-reader.ts'
import type { Intent, IntentOutcome } from '../core/intent.ts'
import { type EventReader, type LedgerChanges, noChanges } from '../core/ports.ts'
import { type Backlog, createBacklog } from './backlog.ts'
import type { TextMatch } from './call-filter.ts'
import { createCallTable, showsGaps } from './call-table.ts'
import { createContactTable } from './contact-table.ts'
import { createDraftTable } from './draft-table.ts'
import { createEventIntake, type EventIntake } from './event-intake.ts'
import { createEventTable } from './event-table.ts'
import { createForget } from './forget.ts'
import { createIntentTable } from './intent-table.ts'
import { joinChanges } from './join-changes.ts'
import { createListeningTable } from './listening-table.ts'
import { createLostCallerTable } from './lost-caller-table.ts'
import { createMessageOperations } from './message-operations.ts'
import { createMessageTable } from './message-table.ts'
import { createNoteTable } from './note-table.ts'
import { createObservationTable, observedFact } from './observation-table.ts'
import type { Database } from './open-database.ts'
import { createPositionTable } from './position-table.ts'
import { createProjectStored } from './project-stored.ts'
import { createProjector } from './projector.ts'
import type { LedgerOperations } from './protocol.ts'
import { createRebuild, type Rebuild } from './rebuild.ts'
import { createScheduledTable } from './scheduled-table.ts'
import { createSearchTable } from './search-table.ts'
import { createSharedTable } from './shared-table.ts'
import { createSightingTable, type SightingTable } from './sighting-table.ts'
import { createStopTable } from './stop-table.ts'
import { createTimelinePages } from './timeline-page.ts'
import { createTryEvent } from './try-event.ts'

const mostAddresses = 300
const mostNotes = 100

export interface OperatedLedger {
  readonly operations: LedgerOperations
  readonly intake: EventIntake
  readonly sightings: SightingTable
  readonly backlog: Backlog
  readonly rebuild: Rebuild
  /** How events are read now. */
  readonly reader: () => EventReader
}

/**
 * The ledger's operations on its database; each runs inside the transaction of its batch.
 *
 * @param onNotProjected told why an event could not be projected: that is a bug, and the event is marked
 */
export function createOperations(
  database: Database,
  firstReader: EventReader,
  onNotProjected: (reason: string) => void
): OperatedLedger {
  const events = createEventTable(database)
  const intents = createIntentTable(database)
  const observations = createObservationTable(database)
  const calls = createCallTable(database)
  const messages = createMessageTable(database)
  const notes = createNoteTable(database)
  const drafts = createDraftTable(database)
  const scheduled = createScheduledTable(database)
  const listening = createListeningTable(database)
  const search = createSearchTable(database)
  const lostCallers = createLostCallerTable(database)
  let rules = firstReader
  let reader = createFactReader(rules)
  const tables = { calls, messages, search, stops: createStopTable(database) }
  const projector = createProjector(tables, () => reader)
  const tryEvent = createTryEvent(database, events, onNotProjected)
  const projectStored = createProjectStored(events, projector, tryEvent)
  const backlog = createBacklog(database, events, projectStored)
  const sightings = createSightingTable(database)
  const positions = createPositionTable(database)
  const shared = createSharedTable(database, positions)
  const contacts = createContactTable(database, search, (id) => shared.get('contact', id))
  const intake = createEventIntake({ events, positions, sightings, backlog, projectStored })
  const rebuild = createRebuild(database, {
    events,
    backlog,
    intents,
    observations,
    calls,
    projector,
    tryEvent
  })
  const forget = createForget(database, {
    ...tables,
    events,
    intents,
    observations,
    notes,
    drafts,
    scheduled,
    listening,
    lostCallers,
    shared
  })
  rebuild.ensure(firstReader)

  const settle = (id: string, outcome: IntentOutcome): LedgerChanges =>
    projector.settle(intents.settle(id, outcome), outcome)

  function observe(observation: CallObservation): LedgerChanges {
    const fact = observedFact(observation)
    if (observation.kind === 'seen' && !calls.isNews(fact)) return noChanges
    observations.add(observation)
    return projector.addCallFact(fact)
  }

  /** What a filter's text finds; null where there is no text. */
  function matchOf({ filter, alsoAddresses }: CallQuery): TextMatch | null {
    const text = filter.text.trim()
    if (text === '') return null
    return {
      addresses: [...search.matchingAddresses(text, mostAddresses), ...alsoAddresses],
      callIds: search.newestNotes(text, mostNotes)
    }
  }

  function listCalls(query: CallQuery): CallPage {
    const { filter, after } = query
    const page = calls.list(query, matchOf(query))
    const fromMs = Math.max(filter.fromMs ?? 0, page.next?.startedAtMs ?? 0)
    const toMs = Math.min(filter.toMs ?? Infinity, after?.startedAtMs ?? Infinity)
    const gaps = showsGaps(filter) ? listening.gapsBetween(fromMs, toMs) : []
    return { ...page, gaps: gaps.toReversed() }
  }

  const operations: LedgerOperations = {
    appendEvent: (event, position) => intake.append(event, position),
    readStreamPosition: positions.read,
    saveStreamPosition: positions.moveOn,
    forgetStream(stream, lost) {
      shared.forget(stream)
      return lost !== null && listening.recordCaughtUp(lost.untilMs, lost)
    },
    addIntent(intent: Intent) {
      const isNew = intents.add(intent)
      const sentDrafts = drafts.takeOf(intent.id)
      scheduled.take(intent.id)
      return { isNew, changes: { ...(isNew ? projector.intend(intent) : noChanges), sentDrafts } }
    },
    settleIntent: settle,
    listLastDials: intents.lastDials,
    settleOrphans(reason, atMs) {
      const orphans = intents.orphans()
      return {
        changes: joinChanges(orphans.map(({ id }) => settle(id, { state: 'unknown', reason, atMs }))),
        dials: orphans.filter((intent) => intent.kind === 'dial')
      }
    },
    countEvents: events.count,
    listEvents: ({ beforeSeq, limit, isNotUnderstoodOnly }) =>
      events.list(beforeSeq, limit, isNotUnderstoodOnly),
    getEvent: events.get,
    setReader(next) {
      rules = next
      reader = createFactReader(next)
      rebuild.ensure(next)
    },
    recordListening: (atMs) => listening.record(atMs),
    recordCaughtUp: (atMs, lost) => listening.recordCaughtUp(atMs, lost),
    endListening: (atMs, reason) => listening.end(atMs, reason),
    listGaps: listening.newestGaps,
    listWebhookSightings: () => sightings.list(events),
    forgetBefore: (atMs) => forget.forgetBefore(atMs),

    listCalls,
    getCall: calls.get,
    listDoors: calls.listDoors,
    listRunningCalls: calls.listRunning,
    observeCall(observation) {
      if (observation.kind === 'seen') return observe(observation)
      const call = calls.find(observation.callId)
      if (call === null) return noChanges
      // Told by Voice360's clock, which may be ahead of ours: a conclusion comes after what it was drawn from.
      const atMs = Math.max(observation.atMs, ...call.facts.map((fact) => fact.atMs))
      return observe({ ...observation, callId: call.id, atMs })
    },
    countUnreadCalls: (identity) => calls.countUnread(identity),
    markCallsRead: (ids) => ({ ...noChanges, calls: calls.markRead(ids) }),
    setCallNote(id, body, isShared = false) {
      const call = calls.setNote(id, body, isShared)
      if (call === null) return null
      if (body === '') search.removeText('note', call.id)
      else {
        const { otherAddress: address, startedAtMs: atMs } = call
        search.addText({ kind: 'note', id: call.id, address, atMs, body })
      }
      return call
    },
    setCallOutcome: (id, outcome) => calls.setOutcome(id, outcome),
    forgetCall: forget.forgetCall,
    forgetPerson: (address) => forget.forgetPerson(address),

    ...createMessageOperations({ ...tables, drafts, scheduled, projector }),

    saveNote(wanted) {
      const note = { ...wanted, atMs: notes.get(wanted.id)?.atMs ?? wanted.atMs }
      if (note.body === '') {
        notes.remove(note.id)
        search.removeText('note', note.id)
        return note
      }
      notes.save(note)
      search.touchPerson(note.address, null, note.atMs)
      search.addText({ kind: 'note', ...note })
      return note
    },
    getTimeline: createTimelinePages({
      calls: calls.listWith,
      messages: messages.listWith,
      notes: notes.listWith,
      gapsBetween: listening.gapsBetween
    }),

    listContactNames: contacts.listNames,
    listContacts: contacts.list,
    getContact: contacts.get,
    showSharedContacts: (areShown) => contacts.showShared(areShown ? shared.list('contact') : []),
    saveContacts: contacts.save,
    deleteContact: contacts.remove,
    readLostCallers: (sinceMs) => lostCallers.read(sinceMs),
    markLostCaller: (marks) => lostCallers.mark(marks),
    openShared: shared.open,
    takeShared(entry, position) {
      const isNews = shared.take(entry)
      if (position !== undefined) positions.moveOn(position)
      const call = isNews && entry.kind === 'call' ? calls.told(entry.id) : null
      if (call !== null) projector.indexSharedNote(call)
      return { isNews, changes: call === null ? noChanges : { ...noChanges, calls: [call] } }
    },
    listShared: shared.list,
    getShared: shared.get,
    search: search.search
  }
  return { operations, intake, sightings, backlog, rebuild, reader: () => rules }
}
