import { type BrowserWindow, type Rectangle, screen } from 'electron'
import type { DocumentStore, MainWindow } from '../core/ports.ts'
import type { PageWindows } from './page-windows.ts'
import { clampInto } from './window-bounds.ts'
import { updateWindowState, type WindowState } from './window-state.ts'

const initial = { width: 1080, height: 720 }
const smallest = { minWidth: 640, minHeight: 480 }

export interface DesktopMainWindowOptions {
  readonly pages: PageWindows
  readonly icon: string
  /** Where it was; null when it never was. */
  readonly kept: WindowState['main']
  /** Whether closing leaves the window in the tray. */
  readonly hidesOnClose: boolean
  /** Whether it shows as soon as it has something to show; else it waits in the tray. */
  readonly showsAtStart: boolean
}

/** The window of calls, messages and people; it stays where its user put it. */
export class DesktopMainWindow implements MainWindow {
  readonly window: BrowserWindow
  readonly #showsAtStart: boolean
  #state: DocumentStore | null = null

  constructor({ pages, icon, kept, hidesOnClose, showsAtStart }: DesktopMainWindowOptions) {
    this.#showsAtStart = showsAtStart
    const bounds = kept === null ? initial : clampToDisplay(kept.bounds)
    this.window = pages.make({ ...bounds, ...smallest, icon, autoHideMenuBar: true })
    if (kept?.isMaximized === true) this.window.once('show', () => this.window.maximize())
    this.window.on('close', (event) => {
      this.keepBounds()
      if (!hidesOnClose) return
      event.preventDefault()
      this.window.hide()
    })
  }

  /** Remembers in `state` from now on where it is. */
  keepIn(state: DocumentStore): void {
    this.#state = state
  }

  /** Loads the page; resolves as soon as the window has something to show, and then shows it, if it is to be shown. */
  async load(url: string): Promise<void> {
    const painted = new Promise<void>((resolve) => this.window.once('ready-to-show', () => resolve()))
    await Promise.race([painted, this.window.loadURL(url).then(() => painted)])
    if (this.#showsAtStart) this.show()
  }

  show(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.show()
    this.window.focus()
  }

  isVisible(): boolean {
    return this.window.isVisible() && !this.window.isMinimized()
  }

  keepBounds(): void {
    if (this.#state === null) return
    updateWindowState(this.#state, {
      main: { bounds: this.window.getNormalBounds(), isMaximized: this.window.isMaximized() }
    })
  }
}

const clampToDisplay = (bounds: Rectangle): Rectangle =>
  clampInto(bounds, screen.getDisplayMatching(bounds).workArea)
