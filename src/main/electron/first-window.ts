import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { app, nativeTheme, session } from 'electron'
import { listPageFiles } from '../pages/page-files.ts'
import { serveAppScheme } from './app-scheme.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { keepExports } from './keep-exports.ts'
import { DesktopMainWindow } from './main-window.ts'
import { PageWindows } from './page-windows.ts'
import { isLoginItemStart } from './start-at-login.ts'
import { pagePreferences } from './window-options.ts'
import { glanceAtWindowState } from './window-state.ts'

/** The page's document and the script in it. What it asks for then is its code: its outline is on the screen. */
const requestsOfOutline = 2
/** A page that does not come must not keep the app from starting. */
const longestWaitMs = 500

interface Choices {
  readonly userDataFolder: string
  /** Whether it waits in the tray. */
  readonly isHidden: boolean
}

export interface FirstWindow {
  readonly pages: PageWindows
  readonly mainWindow: DesktopMainWindow
  /** Resolves when it has something to show. */
  readonly isThere: Promise<void>
  /** Resolves when that is on the screen, or has had its time. */
  readonly isSeen: Promise<void>
}

/**
 * Makes the main window and lets its page load. This imports nothing but what a window needs: reading the rest holds the thread that
 * the page's requests and its first picture have to pass, so it waits for its turn.
 */
export function openFirstWindow({ userDataFolder, isHidden }: Choices): FirstWindow {
  const root = app.getAppPath()
  guardContents()
  guardSession(session.defaultSession, app.isPackaged)
  keepExports(session.defaultSession)
  const scheme = serveAppScheme(session.defaultSession, listPageFiles(join(root, 'out', 'renderer')))

  const kept = glanceAtWindowState(join(userDataFolder, 'window-state.json'))
  nativeTheme.themeSource = kept.theme
  const pages = new PageWindows(pagePreferences(join(root, 'out', 'preload', 'index.cjs'), app.isPackaged))
  const mainWindow = new DesktopMainWindow({
    pages,
    icon: join(root, 'resources', 'icon-256.png'),
    kept: kept.main,
    hidesOnClose: true,
    showsAtStart: !isHidden && !isLoginItemStart(process.platform)
  })
  const isThere = mainWindow.load('app://v360/index.html')
  const isSeen = Promise.race([scheme.whenAnswered(requestsOfOutline + 1), sleep(longestWaitMs)])
  return { pages, mainWindow, isThere, isSeen }
}
