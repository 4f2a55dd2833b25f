import { app } from 'electron'
import { registerAppScheme } from './app-scheme.ts'
import { setApplicationMenu } from './application-menu.ts'
import { hardenProcess } from './harden-process.ts'
import { sharePageProcess } from './page-windows.ts'
import { offerWaylandShortcuts } from './wayland-shortcuts.ts'

/** What Electron has to be told before the app is ready. */
export function settleBeforeReady(): void {
  hardenProcess()
  offerWaylandShortcuts()
  registerAppScheme()
  sharePageProcess()
  // Where there is a menu by then, Electron does not build one of its own first.
  setApplicationMenu(app.isPackaged)
}
