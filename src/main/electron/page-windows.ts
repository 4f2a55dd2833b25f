import { app, BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron'
import type { PageBroadcast } from '../core/ports.ts'
import { revivePage } from './revive-page.ts'

/**
 * Lets our pages share one process, which is what most of a small window's memory is. One that dies takes the others with it; all
 * are revived. To be called before the app is ready.
 */
export const sharePageProcess = (): void => app.commandLine.appendSwitch('process-per-site')

/** The windows with a page of ours: all are told what happens, and nobody else may ask for anything. */
export class PageWindows implements PageBroadcast {
  readonly #preferences: WebPreferences
  #onDied: (reason: string) => void = () => {}
  readonly #windows: BrowserWindow[] = []

  constructor(preferences: WebPreferences) {
    this.#preferences = preferences
  }

  /** Says who is told why a page's process died. */
  onDied(tell: (reason: string) => void): void {
    this.#onDied = tell
  }

  /** Makes a window, unseen and without a page yet. */
  make(options: BrowserWindowConstructorOptions): BrowserWindow {
    const window = new BrowserWindow({ ...options, show: false, webPreferences: this.#preferences })
    revivePage(window.webContents, (reason) => this.#onDied(reason))
    this.#windows.push(window)
    return window
  }

  has(webContentsId: number): boolean {
    return this.#windows.some(({ webContents }) => webContents.id === webContentsId)
  }

  readonly publish: PageBroadcast['publish'] = (channel, payload) => {
    for (const { webContents } of this.#windows) webContents.send(channel, payload)
  }
}
