import { globalShortcut } from 'electron'
import type { Hotkeys } from '../core/ports.ts'

/** The keys that work while another program has the focus. */
export const desktopHotkeys: Hotkeys = {
  register(hotkeys) {
    globalShortcut.unregisterAll()
    return hotkeys.map(({ accelerator, onPress }) => {
      try {
        return globalShortcut.register(accelerator, onPress)
      } catch {
        // The user's settings may hold what is no accelerator at all.
        return false
      }
    })
  }
}
