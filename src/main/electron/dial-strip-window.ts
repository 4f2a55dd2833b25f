import { type BrowserWindow, screen } from 'electron'
import type { DialStrip } from '../core/ports.ts'
import { floatingWindow } from './floating-window.ts'
import { MadeAheadWindow } from './made-ahead-window.ts'
import type { PageWindows } from './page-windows.ts'
import { clampInto, upperMiddle } from './window-bounds.ts'

const windowWidth = 520
const initialHeight = 168

/** The palette that confirms a dial: it takes the focus when it is shown and gives it back by hiding. */
export class DesktopDialStrip implements DialStrip {
  readonly #strip: MadeAheadWindow
  #height = initialHeight

  constructor(pages: PageWindows, onClose: () => void) {
    this.#strip = new MadeAheadWindow(() => makeWindow(pages, onClose), 'app://v360/dial-strip.html')
  }

  makeAhead(): Promise<void> {
    return this.#strip.makeAhead()
  }

  show(): void {
    const { window } = this.#strip
    if (!window.isVisible()) this.#place(window)
    window.show()
    window.focus()
  }

  /** A window that hides gives the focus to the one that had it before; shown inactive it does not take it again. */
  giveFocusBack(): void {
    const window = this.#strip.made
    if (!window?.isFocused()) return
    window.hide()
    window.showInactive()
  }

  hide(): void {
    this.#strip.made?.hide()
  }

  fitHeight(heightPx: number): void {
    this.#height = heightPx
    const window = this.#strip.made
    if (window?.isVisible()) this.#place(window)
  }

  /** On the display that the user looks at. */
  #place(window: BrowserWindow): void {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    window.setBounds(clampInto(upperMiddle(workArea, { width: windowWidth, height: this.#height }), workArea))
  }
}

function makeWindow(pages: PageWindows, onClose: () => void): BrowserWindow {
  const window = pages.make({
    ...floatingWindow(process.platform),
    width: windowWidth,
    height: initialHeight
  })
  window.setAlwaysOnTop(true, 'pop-up-menu')
  // Alt+F4 cancels like Escape; destroyed, it could not be shown again.
  window.on('close', (event) => {
    event.preventDefault()
    onClose()
  })
  return window
}
