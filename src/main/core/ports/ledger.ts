import type { FieldAliases } from '../../../shared/domain/event-reading.ts'
import type { Gap } from '../../../shared/domain/gap.ts'
import type { MessageCursor } from '../../../shared/domain/message.ts'
import type { TimelineCursor } from '../../../shared/domain/timeline.ts'
import type { CallPage, CallQuery, Identity } from '../calls/call-query.ts'
import type { CallObservation, CallRecord } from '../calls/call-record.ts'
import type { ContactName, ContactQuery, ContactRecord, KeptContact } from '../contacts/contact-record.ts'
import type { DialIntent, Intent, IntentOutcome, PastDial } from '../intent.ts'
import type {
  DraftRecord,
  ImportedMessage,
  MessageRecord,
  ScheduledRecord,
  StopRecord,
  ThreadMarks,
  ThreadRecord
} from '../messages/message-record.ts'
import type { LostCallerMarks, LostCallerRecords } from '../queues/lost-callers.ts'
import type { FoundPerson, FoundText } from '../search/found.ts'
import type { SharedKind } from '../team/work-key.ts'
import type { EventEnvelope } from '../webhooks/event-envelope.ts'

/** What one change of the ledger changed in its projections. */
export interface LedgerChanges {
  readonly calls: readonly CallRecord[]
  /** Calls that turned out to be part of another one, or were deleted. */
  readonly removedCallIds: readonly string[]
  readonly messages: readonly MessageRecord[]
  /** Messages that turned out to be part of another one. */
  readonly removedMessages: readonly { readonly id: string; readonly threadId: string }[]
  readonly threads: readonly ThreadRecord[]
  /** Drafts that went out. */
  readonly sentDrafts: readonly DraftRecord[]
  /** Who asked for no more messages, or for some again. */
  readonly stops: readonly StopRecord[]
}

export const noChanges: LedgerChanges = {
  calls: [],
  removedCallIds: [],
  messages: [],
  removedMessages: [],
  threads: [],
  sentDrafts: [],
  stops: []
}

/** A note about a person that belongs to no single call. */
export interface NoteRecord {
  readonly id: string
  readonly address: string
  readonly body: string
  readonly atMs: number
}

/** How events are read: the region of numbers without a country code, and this account's own names of fields. */
export interface EventReader {
  readonly region: string
  readonly aliases: FieldAliases
}

/** A received webhook as it is kept. */
export interface StoredEvent {
  readonly seq: number
  readonly name: string
  readonly accountId: string | null
  readonly occurredAtMs: number
  readonly receivedAtMs: number
  readonly method: 'GET' | 'POST'
  readonly notUnderstood: string | null
  readonly raw: string
}

/** What is known of the webhook that sends the events of one name. */
export interface WebhookSighting {
  readonly name: string
  /** Deliveries, repeated ones too. */
  readonly count: number
  readonly lastAtMs: number
  readonly method: 'GET' | 'POST'
  readonly accountId: string | null
  readonly tokenId: string
  readonly notUnderstood: string | null
  /** The last event's own fields, for those that mean nothing here. */
  readonly fields: readonly string[]
}

/** What happened until then, and was not heard before, is lost. */
export interface LostTime {
  readonly untilMs: number
  readonly reason: string
}

/** How far something that is numbered has come in. */
export interface StreamPosition {
  /** What tells it from every other, one that was made anew under the same name included. */
  readonly stream: string
  /** Everything up to this number is here. */
  readonly seq: number
}

export interface MessagePage {
  /** Only messages older than this; null starts at the newest. */
  readonly before: MessageCursor | null
  readonly limit: number
}

/**
 * The truth about what happened: every event as it came and every intent, with calls, messages and threads projected from
 * them. Each method resolves after its transaction is on disk; it rejects with a LedgerUnavailable where that was impossible.
 */
export interface Ledger
  extends EventLedger,
    CallLedger,
    MessageLedger,
    NoteLedger,
    ContactLedger,
    LostCallerLedger,
    SharedWorkLedger,
    DialLedger,
    SearchLedger {
  close(): Promise<void>
}

export interface EventLedger {
  /**
   * Where many come at once, they are only stored at first: there are no changes then, and what comes of them is told by itself
   * (`projected` of the opened ledger). Until then no query knows of it. The position moves on in the transaction that stores the event,
   * or finds that it was here before.
   */
  appendEvent(
    event: Omit<EventEnvelope, 'metadata'>,
    position?: StreamPosition
  ): Promise<{ readonly isDuplicate: boolean; readonly changes: LedgerChanges }>
  /** 0 where nothing is known of the stream. */
  readStreamPosition(stream: string): Promise<number>
  /** Moves it on; never back. */
  saveStreamPosition(position: StreamPosition): Promise<void>
  /**
   * It is read from its start again. Where the copy of what a team shares is of it, that goes. What the stream lost is a gap from then on, as
   * far as it had not been heard before; true where there is one more.
   */
  forgetStream(stream: string, lost: LostTime | null): Promise<boolean>
  /**
   * `isNew` is false when an intent of that id is already there: the request must not be sent again. A draft or a scheduled
   * message of that id is gone with the same transaction.
   */
  addIntent(intent: Intent): Promise<{ readonly isNew: boolean; readonly changes: LedgerChanges }>
  settleIntent(id: string, outcome: IntentOutcome): Promise<LedgerChanges>
  /** Marks every intent that an earlier run left without an outcome as unknown; answers which of them are dials. */
  settleOrphans(
    reason: string,
    atMs: number
  ): Promise<{ readonly changes: LedgerChanges; readonly dials: readonly DialIntent[] }>
  countEvents(): Promise<{ readonly count: number; readonly lastReceivedAtMs: number | null }>
  /** Newest first, before the one of number `beforeSeq`. */
  listEvents(query: {
    readonly beforeSeq: number | null
    readonly limit: number
    readonly isNotUnderstoodOnly: boolean
  }): Promise<readonly StoredEvent[]>
  getEvent(seq: number): Promise<StoredEvent | null>
  /** Sets how events to come are read; with other aliases the calls are made anew from the events already there. */
  setReader(reader: EventReader): Promise<void>
  /** The app hears Voice360 now; true where that was last said so long ago that a gap lies between. */
  recordListening(atMs: number): Promise<boolean>
  /**
   * The app has heard everything up to now, what came while it could not included, but for what was lost: that is a gap, as far as it
   * had not heard it before. True where there is one more.
   */
  recordCaughtUp(atMs: number, lost: LostTime | null): Promise<boolean>
  /** It has not heard since then, and why; what is recorded next begins after a gap. */
  endListening(atMs: number, reason: string): Promise<void>
  /** Newest first. */
  listGaps(limit: number): Promise<readonly Gap[]>
  /** One for each name that events came by, with what the last of them showed. */
  listWebhookSightings(): Promise<readonly WebhookSighting[]>
  /** Deletes some of what is older, events included; to be asked again until it is done. */
  forgetBefore(atMs: number): Promise<{ readonly isDone: boolean }>
}

export interface CallLedger {
  listCalls(query: CallQuery): Promise<CallPage>
  getCall(id: string): Promise<CallRecord | null>
  listDoors(): Promise<{ readonly queueNames: readonly string[]; readonly lines: readonly string[] }>
  /** The calls that go on, as far as is known. */
  listRunningCalls(): Promise<readonly CallRecord[]>
  /**
   * Adds what this app knows of a call, beside what its events say. What was seen of a call that is known already, or may be
   * one that is, adds nothing: there are then no changes.
   */
  observeCall(observation: CallObservation): Promise<LedgerChanges>
  /** The lost calls of mine that nobody has looked at. */
  countUnreadCalls(identity: Identity): Promise<number>
  /** Null marks all of them. */
  markCallsRead(ids: readonly string[] | null): Promise<LedgerChanges>
  /** An empty body takes the note away; `isShared` where it is the team's too. Null where there is no such call. */
  setCallNote(id: string, body: string, isShared?: boolean): Promise<CallRecord | null>
  setCallOutcome(id: string, outcome: string | null): Promise<CallRecord | null>
  /** Deletes a call and the events that told of it; its events' keys stay, so that a second delivery does not bring it back. */
  forgetCall(id: string): Promise<LedgerChanges>
  /** Deletes all calls, messages and notes with an address, events included. */
  forgetPerson(address: string): Promise<LedgerChanges>
}

export interface MessageLedger {
  /** Null where there is no such thread. */
  markThread(threadId: string, marks: ThreadMarks): Promise<ThreadRecord | null>
  /** Newest first. */
  listThreads(): Promise<readonly ThreadRecord[]>
  /** Of all threads together, without those that are muted. */
  countUnreadMessages(): Promise<number>
  /** Oldest first, the newest `limit` before `beforeMs`. */
  listMessages(threadId: string, page: MessagePage): Promise<readonly MessageRecord[]>
  getMessage(id: string): Promise<MessageRecord | null>
  listDrafts(): Promise<readonly DraftRecord[]>
  /** An empty body takes it away. */
  saveDraft(draft: DraftRecord): Promise<void>
  /** By when they are due, then in the order in which they follow each other. */
  listScheduled(): Promise<readonly ScheduledRecord[]>
  /** Adds them, or puts them in the place of those of the same id. */
  saveScheduled(messages: readonly ScheduledRecord[]): Promise<void>
  /** Takes those away that are still there, and answers which they were. */
  removeScheduled(ids: readonly string[]): Promise<readonly ScheduledRecord[]>
  /** Null where it never asked. */
  getStop(address: string): Promise<StopRecord | null>
  /** The later word counts, whichever comes first. */
  saveStop(stop: StopRecord): Promise<StopRecord>
  /** How many of them are not here yet. */
  countNewMessages(messages: readonly ImportedMessage[]): Promise<number>
  /** Adds those that are not here yet, as read; answers how many that were. */
  importMessages(messages: readonly ImportedMessage[]): Promise<number>
}

export interface NoteLedger {
  /** An empty body deletes it. A note that is there already keeps its time. */
  saveNote(note: NoteRecord): Promise<NoteRecord>
  /**
   * Of all kinds together the newest `limit` with that address that are older than `before`; each kind oldest first. Gaps of the
   * time they span.
   */
  getTimeline(
    address: string,
    page: { readonly before: TimelineCursor | null; readonly limit: number }
  ): Promise<{
    readonly calls: readonly CallRecord[]
    readonly messages: readonly MessageRecord[]
    readonly notes: readonly NoteRecord[]
    readonly gaps: readonly Gap[]
    /** Null where nothing is older. */
    readonly earlier: TimelineCursor | null
  }>
}

export interface ContactLedger {
  /** Every number of every contact, for who is who. */
  listContactNames(): Promise<readonly ContactName[]>
  /** By name, those whose name, company or number holds `text`. */
  listContacts(query: ContactQuery): Promise<readonly KeptContact[]>
  getContact(id: string): Promise<KeptContact | null>
  /** The contacts of the team are among the others as the copy of what is shared has them, or none are; whether that changed any. */
  showSharedContacts(areShown: boolean): Promise<boolean>
  /** Adds them as the user's own, or puts them in the place of those of the same id. */
  saveContacts(contacts: readonly ContactRecord[]): Promise<void>
  deleteContact(id: string): Promise<void>
}

export interface LostCallerLedger {
  /** The calls that got nobody in a queue since then, what became of their callers, and what the user said of those. */
  readLostCallers(sinceMs: number): Promise<LostCallerRecords>
  /** `doneAtMs` null leaves what was done before as it is. */
  markLostCaller(marks: LostCallerMarks): Promise<void>
}

/** What a key of the team's bucket held at a revision. */
export interface SharedEntry {
  readonly kind: SharedKind
  readonly id: string
  /** Rises with each change of anything in the bucket. */
  readonly revision: number
  /** JSON, as a colleague's app wrote it; null where the key is deleted. */
  readonly value: string | null
}

/** This computer's copy of what the team shares. Forgetting a person or a call forgets it here too. */
export interface SharedWorkLedger {
  /**
   * From now on the copy is of this stream, and how far it has come in. What was copied of another goes.
   */
  openShared(stream: string): Promise<number>
  /** Keeps it if nothing newer of its key is here; the position moves on in the same transaction. */
  takeShared(
    entry: SharedEntry,
    position?: StreamPosition
  ): Promise<{ readonly isNews: boolean; readonly changes: LedgerChanges }>
  listShared(kind: SharedKind): Promise<readonly SharedEntry[]>
  /** Null where nothing of it is here. */
  getShared(kind: SharedKind, id: string): Promise<SharedEntry | null>
}

export interface DialLedger {
  /** The newest dial to each address, the `limit` newest of them, newest first; without those that were refused. */
  listLastDials(limit: number): Promise<readonly PastDial[]>
}

export interface SearchLedger {
  /** People by name or number and texts by their words; each newest first. */
  search(query: {
    readonly text: string
    readonly limit: number
  }): Promise<{ readonly people: readonly FoundPerson[]; readonly texts: readonly FoundText[] }>
}

/** A ledger that could not be read was set aside, and a new one begun in its place. */
export interface Recovered {
  /** The new name of its file, which is kept. */
  readonly setAsideAs: string
  /** How many events of it could be read and were carried over; null where none of it can be read. */
  readonly keptEvents: number | null
}

/** The disk is full, the database busy or closed: nothing was stored, and trying again may help. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable'
}
