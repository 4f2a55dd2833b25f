import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { app } from 'electron'
import type { OpenedApplication } from '../core/application.ts'
import type { OutsideRequest } from '../core/links/index.ts'
import type { DocumentStore, HostAdapters } from '../core/ports.ts'
import type { Translate } from '../core/translate.ts'
import { hasAlwaysOnTop } from './always-on-top.ts'
import { desktopAppearance } from './appearance.ts'
import { watchAttention } from './attention.ts'
import { desktopClipboard } from './clipboard.ts'
import { DesktopDialStrip } from './dial-strip-window.ts'
import { showDockMenu } from './dock-menu.ts'
import { desktopFilePlaces } from './file-places.ts'
import type { FirstWindow } from './first-window.ts'
import { giveMemoryBack } from './give-memory-back.ts'
import { desktopShortcuts } from './global-shortcut.ts'
import { showJumpList } from './jump-list.ts'
import { desktopLinks } from './link-registration.ts'
import { DesktopNotifier } from './notifier.ts'
import { DesktopPopupWindow, noPopupWindow } from './popup-window.ts'
import { stopBeforeQuit } from './quit.ts'
import { recentNumbersIn } from './recent-numbers.ts'
import { watchResume } from './resume.ts'
import { desktopStartAtLogin } from './start-at-login.ts'
import { DesktopTray } from './tray.ts'
import { createDesktopUpdater } from './updater.ts'
import { desktopUrlOpener } from './url-opener.ts'
import { watchAsking } from './watch-asking.ts'
import { isWaylandSession } from './wayland.ts'

const stopLimitMs = 3_000
/** A start that takes longer waits for its user. */
const longestStartMs = 2_000

export interface DesktopHost {
  readonly adapters: HostAdapters
  /** Asked for each request of a page. */
  readonly isOurWindow: (webContentsId: number) => boolean
  /**
   * Starts the application behind the main window, whose page has to be answered by then. Resolves when it is started and its main
   * page hears events.
   */
  run(application: OpenedApplication): Promise<void>
  /** Answers what another start or a link asks for; the one that asks for nothing comes to the front. */
  openFromOutside(requests: readonly OutsideRequest[]): void
}

/** The desktop as the application's host, around its first window. */
export function createDesktopHost(
  { pages, mainWindow, isThere }: FirstWindow,
  windowState: DocumentStore,
  t: Translate
): DesktopHost {
  const root = app.getAppPath()
  let connected: OpenedApplication | null = null
  pages.onDied((reason) => connected?.noteFault(new Error(`A page died: ${reason}`)))
  mainWindow.keepIn(windowState)
  const popupWindow = new DesktopPopupWindow(pages, windowState, process.platform)
  const dialStrip = new DesktopDialStrip(pages, () => connected?.cancelDial())

  const ozonePlatform =
    app.commandLine.getSwitchValue('ozone-platform') ||
    app.commandLine.getSwitchValue('ozone-platform-hint') ||
    (process.env['ELECTRON_OZONE_PLATFORM_HINT'] ?? '')
  const isPopupOnTop = hasAlwaysOnTop(process.platform, process.env, ozonePlatform)
  const isWayland = isWaylandSession(process.platform, process.env)

  const asking = watchAsking()

  const updater = createDesktopUpdater()
  const dial = (address: string) => connected?.openFromOutside([{ kind: 'dial', text: address }])
  const tray = new DesktopTray(join(root, 'resources', 'tray'), t, {
    open: () => mainWindow.show(),
    dialClipboard: () => void connected?.proposeDialFromClipboard(),
    dial,
    resetPopup: () => popupWindow.resetPosition(),
    stayQuietUntil: (untilMs) => connected?.stayQuietUntil(untilMs),
    quit: () => app.quit()
  })

  /** The small windows, before anyone calls, but not before the main page has what it shows. */
  async function makeAhead(started: Promise<void>): Promise<void> {
    await Promise.race([started, sleep(longestStartMs)])
    await asking.untilQuiet()
    await Promise.all([popupWindow.makeAhead(), dialStrip.makeAhead()])
  }

  return {
    adapters: {
      describe: () => ({
        name: 'desktop',
        hasTray: true,
        hasPopupWindow: isPopupOnTop,
        isPopupOnTop
      }),
      pages,
      popupWindow: isPopupOnTop ? popupWindow : noPopupWindow,
      dialStrip,
      mainWindow,
      notifier: new DesktopNotifier(),
      tray,
      shortcuts: desktopShortcuts(isWayland),
      clipboard: desktopClipboard(process.platform === 'linux' && !isWayland),
      links: desktopLinks(process.platform, app.isPackaged, root),
      startAtLogin: desktopStartAtLogin(process.platform, process.env, app.isPackaged),
      recentNumbers: recentNumbersIn([
        (entries) => tray.showRecent(entries),
        process.platform === 'win32'
          ? (entries) => showJumpList(entries, app.isPackaged, root)
          : (entries) => showDockMenu(entries, dial)
      ]),
      appearance: desktopAppearance(windowState),
      urlOpener: desktopUrlOpener,
      filePlaces: desktopFilePlaces(mainWindow.window),
      updater,
      attention: watchAttention(mainWindow.window),
      resumed: watchResume()
    },
    isOurWindow(webContentsId) {
      if (webContentsId === mainWindow.window.webContents.id) asking.note()
      return pages.has(webContentsId)
    },

    async run(application) {
      connected = application
      app.on('activate', () => mainWindow.show())
      stopBeforeQuit({
        async stop() {
          mainWindow.keepBounds()
          await application.stop()
        },
        limitMs: stopLimitMs,
        leave: (exitCode) => updater.leave(exitCode)
      })
      const started = application.start()
      void makeAhead(started).then(giveMemoryBack)
      await Promise.all([isThere, started, asking.hasBegun])
    },

    openFromOutside(requests) {
      if (requests.length === 0) mainWindow.show()
      else connected?.openFromOutside(requests)
    }
  }
}
