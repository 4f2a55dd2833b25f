import { globalShortcut } from 'electron'
import type { GlobalShortcuts } from '../core/ports.ts'

/**
 * The keys that work while another program has the focus. In a Wayland session Electron may say that it has them although it gets
 * them only while a window of X11, or its own, is in front.
 */
export const desktopShortcuts = (isWayland: boolean): GlobalShortcuts => ({
  isUnproven: isWayland,
  register(shortcuts) {
    globalShortcut.unregisterAll()
    return shortcuts.map(({ accelerator, onPress }) => {
      try {
        return globalShortcut.register(accelerator, onPress) ? 'registered' : 'taken'
      } catch {
        // The user's settings may hold what is no accelerator at all.
        return 'invalid'
      }
    })
  }
})
