import { join } from 'node:path'
import { app, session } from 'electron'
import { listPageFiles } from '../pages/page-files.ts'
import { serveAppScheme } from './app-scheme.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { keepExports } from './keep-exports.ts'
import { DesktopMainWindow } from './main-window.ts'
import { PageWindows } from './page-windows.ts'
import { isLoginItemStart } from './start-at-login.ts'
import { pagePreferences } from './window-options.ts'

export interface FirstWindow {
  readonly pages: PageWindows
  readonly mainWindow: DesktopMainWindow
  /** Resolves when it has something to show. */
  readonly isThere: Promise<void>
}

/**
 * Makes the main window and lets its page load. Its process begins meanwhile, so this imports nothing but what a window needs: the
 * rest of the code is read after it, and has to answer the page by the time that it asks.
 */
export function openFirstWindow(isStartHidden: boolean): FirstWindow {
  const root = app.getAppPath()
  guardContents()
  guardSession(session.defaultSession, app.isPackaged)
  keepExports(session.defaultSession)
  serveAppScheme(session.defaultSession, listPageFiles(join(root, 'out', 'renderer')))

  const pages = new PageWindows(pagePreferences(join(root, 'out', 'preload', 'index.cjs'), app.isPackaged))
  const mainWindow = new DesktopMainWindow({
    pages,
    icon: join(root, 'resources', 'icon-256.png'),
    hidesOnClose: true,
    showsAtStart: !isStartHidden && !isLoginItemStart(process.platform)
  })
  return { pages, mainWindow, isThere: mainWindow.load('app://v360/index.html') }
}
