import { BrowserWindow, screen, type WebPreferences } from 'electron'
import type { DialStrip } from '../core/ports.ts'
import { clampInto, upperMiddle } from './window-bounds.ts'

const windowWidth = 520
const initialHeight = 168

/** The palette that confirms a dial: it takes the focus when it is shown and gives it back by hiding. */
export class DesktopDialStrip implements DialStrip {
  readonly window: BrowserWindow
  #height = initialHeight

  constructor(preferences: WebPreferences, onClose: () => void) {
    this.window = new BrowserWindow({
      width: windowWidth,
      height: initialHeight,
      show: false,
      frame: false,
      transparent: true,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      hasShadow: false,
      // A panel takes the keys without bringing this app to the front, so that hiding it gives them back.
      ...(process.platform === 'darwin' && { type: 'panel' }),
      webPreferences: preferences
    })
    this.window.setAlwaysOnTop(true, 'pop-up-menu')
    // Alt+F4 cancels like Escape; destroyed, it could not be shown again.
    this.window.on('close', (event) => {
      event.preventDefault()
      onClose()
    })
  }

  show(): void {
    if (!this.window.isVisible()) this.#place()
    this.window.show()
    this.window.focus()
  }

  hide(): void {
    this.window.hide()
  }

  fitHeight(heightPx: number): void {
    this.#height = heightPx
    if (this.window.isVisible()) this.#place()
  }

  /** On the display that the user looks at. */
  #place(): void {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    this.window.setBounds(
      clampInto(upperMiddle(workArea, { width: windowWidth, height: this.#height }), workArea)
    )
  }
}
