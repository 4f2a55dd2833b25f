import type { Reach } from '../../shared/domain/reach.ts'
import type { Host } from '../../shared/domain/session.ts'
import type { EventChannel } from '../../shared/ipc/channels.ts'
import type { EventPayload } from '../../shared/ipc/events.ts'
import type { CallRecord } from './calls/call-record.ts'
import type { Intent, IntentOutcome } from './intent.ts'
import type { MessageRecord, ThreadRecord } from './messages/message-record.ts'
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
  readonly messages: readonly MessageRecord[]
  readonly threads: readonly ThreadRecord[]
}

export interface Page {
  /** Only rows older than this; null starts at the newest. */
  readonly beforeMs: number | null
  readonly limit: number
}

/**
 * The truth about what happened: every event as it came and every intent, with calls, messages and threads projected from
 * them. Each method resolves after its transaction is on disk; it rejects with a LedgerUnavailable where that was impossible.
 */
export interface Ledger {
  appendEvent(
    event: EventEnvelope
  ): Promise<{ readonly isDuplicate: boolean; readonly changes: LedgerChanges }>
  /** `isNew` is false when an intent of that id is already there: the request must not be sent again. */
  addIntent(intent: Intent): Promise<{ readonly isNew: boolean; readonly changes: LedgerChanges }>
  settleIntent(id: string, outcome: IntentOutcome): Promise<LedgerChanges>
  /** Marks every intent that an earlier run left without an outcome as unknown. */
  settleOrphans(reason: string, atMs: number): Promise<LedgerChanges>
  markThreadRead(threadId: string): Promise<ThreadRecord | null>
  /** Newest first. */
  listCalls(page: Page): Promise<readonly CallRecord[]>
  /** Newest first. */
  listThreads(): Promise<readonly ThreadRecord[]>
  /** Oldest first, the newest `limit` before `beforeMs`. */
  listMessages(threadId: string, page: Page): Promise<readonly MessageRecord[]>
  getMessage(id: string): Promise<MessageRecord | null>
  /** Oldest first, the newest `limit` of each kind with that address. */
  listContacts(
    address: string,
    limit: number
  ): Promise<{ readonly calls: readonly CallRecord[]; readonly messages: readonly MessageRecord[] }>
  countEvents(): Promise<{ readonly count: number; readonly lastReceivedAtMs: number | null }>
  /** Sets the region that reads numbers written without a country code in events to come. */
  setRegion(region: string): Promise<void>
  close(): Promise<void>
}

/** The disk is full, the database busy or closed: nothing was stored, and trying again may help. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable'
}

/** Tells every page of the app. */
export interface PageBroadcast {
  publish<E extends EventChannel>(channel: E, payload: EventPayload<E>): void
}

/** The window of caller cards: made ahead, shown without taking focus. */
export interface PopupWindow {
  show(): void
  hide(): void
  fitHeight(heightPx: number): void
}

/** The small window that confirms a dial; the user asked for it, so it takes focus. */
export interface DialStrip {
  show(): void
  hide(): void
}

export interface MainWindow {
  show(): void
  /** Whether the user can see it now. */
  isVisible(): boolean
}

export interface Notifier {
  notify(notification: {
    readonly title: string
    readonly body: string
    readonly onActivate: () => void
  }): void
}

/** The tray's icon, tooltip and menu. */
export interface Tray {
  show(status: { readonly reach: Reach; readonly ringingCount: number; readonly unreadCount: number }): void
}

export interface Hotkeys {
  /** False where the system refused it: taken by another program, or not available here. */
  register(accelerator: string, onPress: () => void): boolean
}

export interface Clipboard {
  readText(): Promise<string>
}

/** What a host (the desktop app, a browser tab) gives the application. */
export interface HostAdapters {
  describe(): Pick<Host, 'name' | 'hasTray' | 'hasPopupWindow' | 'hasGlobalHotkey'>
  readonly pages: PageBroadcast
  readonly popupWindow: PopupWindow
  readonly dialStrip: DialStrip
  readonly mainWindow: MainWindow
  readonly notifier: Notifier
  readonly tray: Tray
  readonly hotkeys: Hotkeys
  readonly clipboard: Clipboard
}
