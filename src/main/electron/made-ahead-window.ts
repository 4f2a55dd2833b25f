import type { BrowserWindow } from 'electron'

/** A window with its page that is made ahead of its first use; where that comes sooner, then. */
export class MadeAheadWindow {
  readonly #make: () => BrowserWindow
  readonly #url: string
  #made: { readonly window: BrowserWindow; readonly loaded: Promise<void> } | null = null

  constructor(make: () => BrowserWindow, url: string) {
    this.#make = make
    this.#url = url
  }

  /** The window, for what is to be done to it only where it is there. */
  get made(): BrowserWindow | null {
    return this.#made?.window ?? null
  }

  get window(): BrowserWindow {
    return this.#get().window
  }

  /** Makes it, unless that is done; resolves when its page is there. */
  makeAhead(): Promise<void> {
    return this.#get().loaded
  }

  #get() {
    if (this.#made) return this.#made
    const window = this.#make()
    this.#made = { window, loaded: window.loadURL(this.#url) }
    return this.#made
  }
}
