import { join } from 'node:path'
import { app, session } from 'electron'
import type { OpenedApplication } from '../core/application.ts'
import type { OutsideRequest } from '../core/links/index.ts'
import type { DocumentStore, HostAdapters } from '../core/ports.ts'
import type { Translate } from '../core/translate.ts'
import { listPageFiles } from '../pages/page-files.ts'
import { hasAlwaysOnTop } from './always-on-top.ts'
import { serveAppScheme } from './app-scheme.ts'
import { setApplicationMenu } from './application-menu.ts'
import { watchAttention } from './attention.ts'
import { desktopClipboard } from './clipboard.ts'
import { DesktopDialStrip } from './dial-strip-window.ts'
import { showDockMenu } from './dock-menu.ts'
import { desktopFilePlaces } from './file-places.ts'
import { desktopShortcuts } from './global-shortcut.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { showJumpList } from './jump-list.ts'
import { keepExports } from './keep-exports.ts'
import { desktopLinks } from './link-registration.ts'
import { DesktopMainWindow } from './main-window.ts'
import { DesktopNotifier } from './notifier.ts'
import { DesktopPopupWindow, noPopupWindow } from './popup-window.ts'
import { stopBeforeQuit } from './quit.ts'
import { recentNumbersIn } from './recent-numbers.ts'
import { watchResume } from './resume.ts'
import { revivePage } from './revive-page.ts'
import { desktopStartAtLogin, isLoginItemStart } from './start-at-login.ts'
import { DesktopTray } from './tray.ts'
import { createDesktopUpdater } from './updater.ts'
import { desktopUrlOpener } from './url-opener.ts'
import { isWaylandSession } from './wayland.ts'
import { pagePreferences } from './window-options.ts'

const stopLimitMs = 3_000

export interface DesktopHost {
  readonly adapters: HostAdapters
  /** Asked for each request of a page. */
  readonly isOurWindow: (webContentsId: number) => boolean
  /**
   * Loads the pages, until the main one asks for something, and hands the application what the user does outside of them. To be
   * called once pages can be answered.
   */
  connect(application: OpenedApplication): Promise<void>
  /** Answers what another start or a link asks for; the one that asks for nothing comes to the front. */
  openFromOutside(requests: readonly OutsideRequest[]): void
}

/** The desktop as the application's host: windows that are there but empty, until it is connected. */
export function createDesktopHost(
  windowState: DocumentStore,
  t: Translate,
  isStartHidden: boolean
): DesktopHost {
  const root = app.getAppPath()
  const icons = join(root, 'resources')
  setApplicationMenu(app.isPackaged)
  guardContents()
  guardSession(session.defaultSession, app.isPackaged)
  keepExports(session.defaultSession)
  serveAppScheme(session.defaultSession, listPageFiles(join(root, 'out', 'renderer')))

  const preferences = pagePreferences(join(root, 'out', 'preload', 'index.cjs'), app.isPackaged)
  const mainWindow = new DesktopMainWindow({
    preferences,
    icon: join(icons, 'icon-256.png'),
    state: windowState,
    hidesOnClose: true,
    showsAtStart: !isStartHidden && !isLoginItemStart(process.platform)
  })
  const popupWindow = new DesktopPopupWindow(preferences, windowState, process.platform)
  let connected: OpenedApplication | null = null
  const dialStrip = new DesktopDialStrip(preferences, () => connected?.cancelDial())
  const pages = [mainWindow.window, ...popupWindow.windows, dialStrip.window].map(
    ({ webContents }) => webContents
  )
  for (const page of pages) {
    revivePage(page, (reason) => connected?.noteFault(new Error(`A page died: ${reason}`)))
  }

  const ozonePlatform =
    app.commandLine.getSwitchValue('ozone-platform') ||
    app.commandLine.getSwitchValue('ozone-platform-hint') ||
    (process.env['ELECTRON_OZONE_PLATFORM_HINT'] ?? '')
  const isPopupOnTop = hasAlwaysOnTop(process.platform, process.env, ozonePlatform)
  const isWayland = isWaylandSession(process.platform, process.env)

  // A page that is loaded may not hear events yet; one that asks for something is mounted, and does.
  let mainPageAsks = (): void => undefined
  const hasMainPageAsked = new Promise<void>((resolve) => {
    mainPageAsks = resolve
  })

  const updater = createDesktopUpdater()
  const dial = (address: string) => connected?.openFromOutside([{ kind: 'dial', text: address }])
  const tray = new DesktopTray(join(icons, 'tray'), t, {
    open: () => mainWindow.show(),
    dialClipboard: () => void connected?.proposeDialFromClipboard(),
    dial,
    resetPopup: () => popupWindow.resetPosition(),
    stayQuietUntil: (untilMs) => connected?.stayQuietUntil(untilMs),
    quit: () => app.quit()
  })

  return {
    adapters: {
      describe: () => ({
        name: 'desktop',
        hasTray: true,
        hasPopupWindow: isPopupOnTop,
        isPopupOnTop
      }),
      pages: {
        publish(channel, payload) {
          for (const page of pages) page.send(channel, payload)
        }
      },
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
      urlOpener: desktopUrlOpener,
      filePlaces: desktopFilePlaces(mainWindow.window),
      updater,
      attention: watchAttention(mainWindow.window),
      resumed: watchResume()
    },
    isOurWindow(webContentsId) {
      if (webContentsId === mainWindow.window.webContents.id) mainPageAsks()
      return pages.some((page) => page.id === webContentsId)
    },

    async connect(application) {
      connected = application
      app.on('activate', () => mainWindow.show())
      stopBeforeQuit({
        async stop() {
          mainWindow.keepBounds()
          await application.stop()
        },
        limitMs: stopLimitMs,
        leave: () => updater.leave()
      })
      await Promise.all([
        mainWindow.load('app://v360/index.html'),
        popupWindow.load('app://v360/popup.html'),
        dialStrip.window.loadURL('app://v360/dial-strip.html'),
        hasMainPageAsked
      ])
    },

    openFromOutside(requests) {
      if (requests.length === 0) mainWindow.show()
      else connected?.openFromOutside(requests)
    }
  }
}
