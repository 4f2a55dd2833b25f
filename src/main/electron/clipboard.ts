import { clipboard } from 'electron'
import type { Clipboard } from '../core/ports.ts'

export const desktopClipboard: Clipboard = {
  // Older versions of Electron answer at once, newer ones with a promise.
  readText: async () => await clipboard.readText()
}
