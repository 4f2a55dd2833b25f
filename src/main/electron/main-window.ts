import { type BrowserWindow, type Rectangle, screen } from 'electron'
import type { DocumentStore, MainWindow } from '../core/ports.ts'
import type { PageWindows } from './page-windows.ts'
import { clampInto } from './window-bounds.ts'
import { readWindowState, updateWindowState } from './window-state.ts'

const initial = { width: 1080, height: 720 }
const smallest = { minWidth: 640, minHeight: 480 }

export interface DesktopMainWindowOptions {
  readonly pages: PageWindows
  readonly icon: string
  /** Whether closing leaves the window in the tray. */
  readonly hidesOnClose: boolean
  /** Whether it shows as soon as it has something to show; else it waits in the tray. */
  readonly showsAtStart: boolean
}

/** The window of calls, messages and people; it stays where its user put it. */
export class DesktopMainWindow implements MainWindow {
  readonly window: BrowserWindow
  readonly #showsAtStart: boolean
  readonly #placed = Promise.withResolvers<void>()
  #state: DocumentStore | null = null

  constructor({ pages, icon, hidesOnClose, showsAtStart }: DesktopMainWindowOptions) {
    this.#showsAtStart = showsAtStart
    this.window = pages.make({ ...initial, ...smallest, icon, autoHideMenuBar: true })
    this.window.on('close', (event) => {
      this.keepBounds()
      if (!hidesOnClose) return
      event.preventDefault()
      this.window.hide()
    })
  }

  /** Puts it where `state` says it was, before it shows, and remembers there where it goes. */
  place(state: DocumentStore): void {
    this.#state = state
    const kept = readWindowState(state).main
    if (kept) this.window.setBounds(clampToDisplay(kept.bounds))
    if (kept?.isMaximized === true) this.window.once('show', () => this.window.maximize())
    this.#placed.resolve()
  }

  /** Loads the page; resolves as soon as the window has its place and something to show, and then shows it, if it is to be shown. */
  async load(url: string): Promise<void> {
    const painted = new Promise<void>((resolve) => this.window.once('ready-to-show', () => resolve()))
    await Promise.race([painted, this.window.loadURL(url).then(() => painted)])
    await this.#placed.promise
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
