import type { BrowserWindowConstructorOptions } from 'electron'

/** A window that is nothing but its page: no frame, no shadow, not in the task bar, and of a size that only the app changes. */
export const floatingWindow = (platform: NodeJS.Platform): BrowserWindowConstructorOptions => ({
  frame: false,
  transparent: true,
  resizable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  skipTaskbar: true,
  hasShadow: false,
  // A panel floats over another app's full screen, and takes the keys, without bringing this app to the front: hiding it gives them back.
  ...(platform === 'darwin' && { type: 'panel' })
})
