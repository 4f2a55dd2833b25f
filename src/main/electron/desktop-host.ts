import { join } from 'node:path'
import { app, session } from 'electron'
import type { Application } from '../core/application.ts'
import type { DocumentStore, HostAdapters } from '../core/ports.ts'
import type { Translate } from '../core/translate.ts'
import { listPageFiles } from '../pages/page-files.ts'
import { hasAlwaysOnTop } from './always-on-top.ts'
import { serveAppScheme } from './app-scheme.ts'
import { setApplicationMenu } from './application-menu.ts'
import { watchAttention } from './attention.ts'
import { desktopClipboard } from './clipboard.ts'
import { DesktopDialStrip } from './dial-strip-window.ts'
import { desktopHotkeys } from './global-shortcut.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { keepExports } from './keep-exports.ts'
import { DesktopMainWindow } from './main-window.ts'
import { DesktopNotifier } from './notifier.ts'
import { DesktopPopupWindow, noPopupWindow } from './popup-window.ts'
import { stopBeforeQuit } from './quit.ts'
import { revivePage } from './revive-page.ts'
import { onFurtherStart } from './single-instance.ts'
import { DesktopTray } from './tray.ts'
import { desktopUrlOpener } from './url-opener.ts'
import { pagePreferences } from './window-options.ts'

const stopLimitMs = 3_000

export interface DesktopHost {
  readonly adapters: HostAdapters
  readonly isOurWindow: (webContentsId: number) => boolean
  /**
   * Loads the pages and hands the application what the user does outside of them, first the links of this start. To be called
   * once pages can be answered.
   */
  connect(application: Application, links: readonly string[]): Promise<void>
}

/**
 * The desktop as the application's host: windows that are there but empty, until it is connected. `linksOf` finds the links to
 * dial in a command line.
 */
export function createDesktopHost(
  windowState: DocumentStore,
  t: Translate,
  linksOf: (argv: readonly string[]) => readonly string[]
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
    hidesOnClose: true
  })
  const popupWindow = new DesktopPopupWindow(preferences, windowState, process.platform)
  const dialStrip = new DesktopDialStrip(preferences)
  const pages = [mainWindow.window, ...popupWindow.windows, dialStrip.window].map(
    ({ webContents }) => webContents
  )
  for (const page of pages) revivePage(page)

  const ozonePlatform =
    app.commandLine.getSwitchValue('ozone-platform') ||
    app.commandLine.getSwitchValue('ozone-platform-hint') ||
    (process.env['ELECTRON_OZONE_PLATFORM_HINT'] ?? '')
  const isPopupOnTop = hasAlwaysOnTop(process.platform, process.env, ozonePlatform)

  let connected: Application | null = null
  const tray = new DesktopTray(join(icons, 'tray'), t, {
    open: () => mainWindow.show(),
    dialClipboard: () => void connected?.proposeDialFromClipboard(),
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
        isPopupOnTop,
        hasGlobalHotkey: true
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
      hotkeys: desktopHotkeys,
      clipboard: desktopClipboard,
      urlOpener: desktopUrlOpener,
      attention: watchAttention(mainWindow.window)
    },
    isOurWindow: (webContentsId) => pages.some((page) => page.id === webContentsId),

    async connect(application, links) {
      connected = application
      // However many links come at once, one confirmation is shown.
      onFurtherStart((argv) => {
        const [link] = linksOf(argv)
        if (link === undefined) mainWindow.show()
        else application.proposeDial(link)
      })
      app.on('activate', () => mainWindow.show())
      stopBeforeQuit(async () => {
        mainWindow.keepBounds()
        await application.stop()
      }, stopLimitMs)
      await Promise.all([
        mainWindow.load('app://v360/index.html'),
        popupWindow.load('app://v360/popup.html'),
        dialStrip.window.loadURL('app://v360/dial-strip.html')
      ])
      const [firstLink] = links
      if (firstLink !== undefined) application.proposeDial(firstLink)
    }
  }
}
