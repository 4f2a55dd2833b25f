import { clipboard } from 'electron'
import type { Clipboard } from '../core/ports.ts'

/** As older versions of Electron have it: they answer at once, and read the selection by an argument. */
interface AnyClipboard {
  readonly selection?: AnyClipboard
  readText(type?: 'selection'): string | Promise<string>
}
const anyClipboard: AnyClipboard = clipboard

/**
 * What was copied and, with `hasSelection`, what is selected: X11 hands that to any program, Wayland only to the one in front,
 * which this app is not when its hotkey is pressed. Nothing is ever written.
 */
export const desktopClipboard = (hasSelection: boolean): Clipboard => ({
  hasSelection,
  readText: async () => await anyClipboard.readText(),
  async readSelection() {
    if (!hasSelection) return ''
    const { selection } = anyClipboard
    return await (selection ? selection.readText() : anyClipboard.readText('selection'))
  }
})
