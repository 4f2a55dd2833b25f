import { globalShortcut } from 'electron'
import type { Hotkeys } from '../core/ports.ts'

/** The one key that works while another program has the focus: a further one takes its place. */
export const desktopHotkeys: Hotkeys = {
  register(accelerator, onPress) {
    globalShortcut.unregisterAll()
    try {
      return globalShortcut.register(accelerator, onPress)
    } catch {
      // The user's settings may hold what is no accelerator at all.
      return false
    }
  }
}
