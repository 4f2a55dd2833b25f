import type { FieldAliases } from '../../shared/domain/event-reading.ts'
import type { Gap } from '../../shared/domain/gap.ts'
import type { Hotkey } from '../../shared/domain/hotkey.ts'
import type { LinkHandler, LinkHandlers, LinkScheme } from '../../shared/domain/link.ts'
import type { MessageCursor } from '../../shared/domain/message.ts'
import type { Place } from '../../shared/domain/popup-card.ts'
import type { Reach } from '../../shared/domain/reach.ts'
import type { Host } from '../../shared/domain/session.ts'
import type { TimelineCursor } from '../../shared/domain/timeline.ts'
import type { TunnelChoice, TunnelOffer } from '../../shared/domain/tunnel.ts'
import type { EventChannel } from '../../shared/ipc/channels.ts'
import type { EventPayload } from '../../shared/ipc/events.ts'
import type { CallPage, CallQuery, Identity } from './calls/call-query.ts'
import type { CallObservation, CallRecord } from './calls/call-record.ts'
import type { ContactName, ContactQuery, ContactRecord } from './contacts/contact-record.ts'
import type { DialIntent, Intent, IntentOutcome, PastDial } from './intent.ts'
import type { LiveValue, Signal } from './live-value.ts'
import type {
  DraftRecord,
  ImportedMessage,
  MessageRecord,
  ScheduledRecord,
  StopRecord,
  ThreadMarks,
  ThreadRecord
} from './messages/message-record.ts'
import type { LostCallerMarks, LostCallerRecords } from './queues/lost-callers.ts'
import type { FoundPerson, FoundText } from './search/found.ts'
import type { EventEnvelope } from './webhooks/event-envelope.ts'

export interface Clock {
  nowMs(): number
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, task: () => void): () => void
}

/** Values that must never be written to a file in the clear. */
export interface SecretStore {
  /** The store's own name, for people: "GNOME keyring", "memory, for this run only". */
  readonly name: string
  readonly isPersistent: boolean
  read(name: string): Promise<string | null>
  write(name: string, value: string): Promise<void>
  remove(name: string): Promise<void>
}

/** A small document of plain values, kept across runs. */
export interface DocumentStore {
  read(): Readonly<Record<string, unknown>>
  write(document: Readonly<Record<string, unknown>>): void
}

export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void
  warn(message: string, details?: Readonly<Record<string, unknown>>): void
  error(message: string, details?: Readonly<Record<string, unknown>>): void
}

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
    DialLedger,
    SearchLedger {
  close(): Promise<void>
}

export interface EventLedger {
  appendEvent(
    event: EventEnvelope
  ): Promise<{ readonly isDuplicate: boolean; readonly changes: LedgerChanges }>
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
  countUnreadCalls(identity: Identity): Promise<number>
  /** Null marks all of them. */
  markCallsRead(ids: readonly string[] | null): Promise<LedgerChanges>
  /** An empty body takes the note away. Null where there is no such call. */
  setCallNote(id: string, body: string): Promise<CallRecord | null>
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
  listContacts(query: ContactQuery): Promise<readonly ContactRecord[]>
  /** Adds them, or puts them in the place of those of the same id. */
  saveContacts(contacts: readonly ContactRecord[]): Promise<void>
  deleteContact(id: string): Promise<void>
}

export interface LostCallerLedger {
  /** The calls that got nobody in a queue since then, and what became of their callers. */
  readLostCallers(sinceMs: number): Promise<LostCallerRecords>
  /** `doneAtMs` null leaves what was done before as it is. */
  markLostCaller(marks: LostCallerMarks): Promise<void>
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

/** The disk is full, the database busy or closed: nothing was stored, and trying again may help. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable'
}

/** Tells every page of the app. */
export interface PageBroadcast {
  publish<E extends EventChannel>(channel: E, payload: EventPayload<E>): void
}

/** What the user and the machine are doing: it decides how fresh what is read must be, and how hard the machine may work. */
export interface Attention {
  /** Whether the user can see the app's window. */
  readonly isSeen: boolean
  readonly isLocked: boolean
  readonly isOnBattery: boolean
}

/** The window of caller cards: made ahead, shown without taking focus. */
export interface PopupWindow {
  show(): void
  hide(): void
  fitHeight(heightPx: number): void
  /** Moves the keyboard into it, which nothing but the user's own wish does. */
  takeFocus(): void
  giveFocusBack(): void
  /** Puts it back in its corner. */
  resetPosition(): void
  /** It follows the pointer, which holds it at `grip`, in CSS pixels; null lets it go, and it stays there. */
  drag(grip: { readonly x: number; readonly y: number } | null): void
}

/** The small window that confirms a dial; the user asked for it, so it takes focus. */
export interface DialStrip {
  show(): void
  hide(): void
  fitHeight(heightPx: number): void
}

export interface MainWindow {
  show(): void
  /** Whether the user can see it now. */
  isVisible(): boolean
}

export interface SystemNotification {
  readonly title: string
  readonly body: string
  readonly isSilent?: boolean
  readonly onActivate: () => void
  /** Where the system has a field for it, an answer can be written in the notification itself. */
  readonly reply?: { readonly placeholder: string; readonly onReply: (text: string) => void }
}

export interface Notifier {
  /** Shows it; the returned function takes it back, which is harmless once it is gone. */
  notify(notification: SystemNotification): () => void
}

/** The tray's icon, tooltip and menu, and the number on the app's icon where the system has one. */
export interface Tray {
  show(status: TrayStatus): void
}

export interface TrayStatus {
  readonly reach: Reach
  readonly ringingCount: number
  readonly unreadCount: number
  readonly missedCount: number
  /** Until when this app stays quiet; null when it does not. */
  readonly quietUntilMs: number | null
}

/** Opens a web address in the user's browser; false where it is not https or nothing could open it. */
export interface UrlOpener {
  open(url: string): Promise<boolean>
}

/** Where a number is from, as its digits tell; null where they tell nothing. */
export interface Places {
  find(address: string): Promise<Place | null>
}

/** The keys that work while another program has the focus. */
export interface GlobalShortcuts {
  /** The system may take a key and never tell of it (Wayland). */
  readonly isUnproven: boolean
  /** Puts these in the place of those before, and says what became of each. */
  register(
    shortcuts: readonly { readonly accelerator: string; readonly onPress: () => void }[]
  ): readonly Hotkey['state'][]
}

export interface Clipboard {
  /** Whether the system keeps the selected text too (X11). */
  readonly hasSelection: boolean
  readText(): Promise<string>
  /** What is selected in whatever program; empty where there is no such thing. */
  readSelection(): Promise<string>
}

/** Whether the system hands this app the links of a scheme. */
export interface LinkRegistration {
  readonly system: LinkHandlers['system']
  stateOf(scheme: LinkScheme): Promise<LinkHandler['state']>
  /** Asks the system for it. */
  makeDefault(scheme: LinkScheme): Promise<void>
}

/** Numbers that the system offers beside the app's icon: jump list, dock menu, tray. */
export interface RecentNumbers {
  /** Newest first. */
  show(entries: readonly { readonly address: string; readonly label: string }[]): void
}

/** What went wrong with a tunnel, for `reach.trouble.{code}` of the texts. */
export interface TunnelTrouble {
  readonly code:
    | 'no-program'
    | 'no-secret'
    | 'refused'
    | 'unknown-host-key'
    | 'remote-port-taken'
    | 'no-network'
    | 'no-connection'
    | 'ended'
  /** What the program said, one line without secrets; empty where it said nothing. */
  readonly detail: string
}

export interface TunnelEvents {
  /** It leads here from this address, without the webhook's path. May be said again, with the same address or another. */
  onUp(publicAddress: string): void
  /** It does not now, and its program tries again by itself. */
  onDown(trouble: TunnelTrouble): void
  /** Its program is gone: another is to be opened. Said once, and nothing after it; never after `close`. */
  onEnded(trouble: TunnelTrouble): void
}

export interface OpenTunnel {
  /** Ends it and what was started for it; resolves once that is gone. */
  close(): Promise<void>
}

/** Ways from a public address to a port of this machine. Programs that are started end with the app, however it ends. */
export interface Tunnels {
  /** What of each way this computer has. */
  listOffers(): Promise<readonly Omit<TunnelOffer, 'hasSecret'>[]>
  /** Never throws: what goes wrong is told by `events`, after this has returned. */
  open(
    order: {
      readonly choice: TunnelChoice
      /** The token of the named tunnel or of ngrok; null where none is kept. */
      readonly secret: string | null
      readonly localPort: number
    },
    events: TunnelEvents
  ): OpenTunnel
}

/** What happened to the machine that connections may not have outlived. */
export type MachineEvent = 'resumed' | 'network-changed'

/** The network as it is now, as a text that is another when it changed. */
export type ReadNetwork = () => string

/** What a host (the desktop app, a browser tab) gives the application. */
export interface HostAdapters {
  describe(): Pick<Host, 'name' | 'hasTray' | 'hasPopupWindow' | 'isPopupOnTop'>
  readonly pages: PageBroadcast
  readonly popupWindow: PopupWindow
  readonly dialStrip: DialStrip
  readonly mainWindow: MainWindow
  readonly notifier: Notifier
  readonly tray: Tray
  readonly shortcuts: GlobalShortcuts
  readonly clipboard: Clipboard
  readonly links: LinkRegistration
  readonly recentNumbers: RecentNumbers
  readonly urlOpener: UrlOpener
  readonly attention: Pick<LiveValue<Attention>, 'get' | 'watch'>
  /** Told when the computer wakes from sleep; a host that is not told has a clock that shows it. */
  readonly resumed: Pick<Signal<void>, 'watch'>
}
