import type { Hotkey } from '../../../shared/domain/hotkey.ts'
import type { LinkHandler, LinkHandlers, LinkScheme } from '../../../shared/domain/link.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { Host } from '../../../shared/domain/session.ts'
import type { StartAtLoginState } from '../../../shared/domain/start-at-login.ts'
import type { Theme } from '../../../shared/domain/theme.ts'
import type { UpdateChannel, Updates } from '../../../shared/domain/updates.ts'
import type { EventChannel } from '../../../shared/ipc/channels.ts'
import type { EventPayload } from '../../../shared/ipc/events.ts'
import type { LiveValue, Signal } from '../live-value.ts'

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
  /** Stays on show without the keyboard. */
  giveFocusBack(): void
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
  /** That times are shown in; undefined where it is the computer's. */
  readonly timeZone: string | undefined
}

/** Opens a web address in the user's browser; false where it is not https or nothing could open it. */
export interface UrlOpener {
  open(url: string): Promise<boolean>
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

/** Whether the app starts with its user's session. */
export interface StartAtLogin {
  state(): Promise<StartAtLoginState>
  /** Changes nothing where it is unavailable. */
  set(isOn: boolean): Promise<void>
}

/** What the system draws for this app (menus, dialogs), and what its pages take for the system's own. */
export interface Appearance {
  setTheme(theme: Theme): void
}

/** Numbers that the system offers beside the app's icon: jump list, dock menu, tray. */
export interface RecentNumbers {
  /** Newest first. */
  show(entries: readonly { readonly address: string; readonly label: string }[]): void
}

/** Where the user wants a file; each answers an absolute path, or null where the user thought better of it. */
export type FilePlaces =
  | {
      readonly hasDialogs: true
      /** The dialog itself asks before a file that is there is lost. */
      askWhereToSave(proposedName: string): Promise<string | null>
      askWhichToOpen(): Promise<string | null>
      isAbsolute(path: string): boolean
    }
  | {
      readonly hasDialogs: false
      /** Where a file of that name would be looked for. */
      pathOf(name: string): string
      isAbsolute(path: string): boolean
    }

/** Why an update did not come: nobody answers, nothing is published there, what came is not what was published, or anything else. */
export type UpdateTrouble = 'unreachable' | 'unpublished' | 'notGenuine' | 'otherTrouble'

export type UpdateAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: UpdateTrouble; readonly details: string }

/** What puts a newer version in the place of this app. */
export interface Updater {
  /** Of the app that runs. */
  readonly version: string
  /** Why there is no other; null where there may be. The rest is asked only then. */
  readonly unavailable: Updates['unavailable']
  /** The newer version that this computer is to have by now; null where there is none. Never rejects. */
  check(channel: UpdateChannel): Promise<UpdateAnswer<string | null>>
  /** Fetches what the last check found, and makes sure that it is what was published. Never rejects. */
  download(onProgress: (fraction: number) => void): Promise<UpdateAnswer<null>>
  /** Whether what was fetched is put in when the app ends. */
  setInstallOnQuit(isWanted: boolean): void
  /** Ends the app, puts in what was fetched, and starts that. */
  install(): void
}

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
  readonly startAtLogin: StartAtLogin
  readonly recentNumbers: RecentNumbers
  readonly appearance: Appearance
  readonly urlOpener: UrlOpener
  readonly filePlaces: FilePlaces
  readonly updater: Updater
  readonly attention: Pick<LiveValue<Attention>, 'get' | 'watch'>
  /** Told when the computer wakes from sleep; a host that is not told has a clock that shows it. */
  readonly resumed: Pick<Signal<void>, 'watch'>
}
