import { app } from 'electron'
import { isWaylandSession } from './wayland.ts'

/** Lets Electron ask the desktop's portal for hotkeys, the only way to have any under Wayland. To be called before the app is ready. */
export function offerWaylandShortcuts(): void {
  if (isWaylandSession(process.platform, process.env)) {
    app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal')
  }
}
