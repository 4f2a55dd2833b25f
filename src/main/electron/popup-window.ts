import { BrowserWindow, type Point, type Rectangle, screen, type WebPreferences } from 'electron'
import type { DocumentStore, PopupWindow } from '../core/ports.ts'
import { followPointer } from './follow-pointer.ts'
import { PopupPlace } from './popup-place.ts'

const windowWidth = 360
const smallestHeight = 1

const nothing = (): undefined => undefined

/** Where no window can be on top, cards show in the main window: one of their own would take the focus or stay unseen. */
export const noPopupWindow: PopupWindow = {
  show: nothing,
  hide: nothing,
  fitHeight: nothing,
  takeFocus: nothing,
  giveFocusBack: nothing,
  resetPosition: nothing,
  drag: nothing
}

/**
 * The window of caller cards: made ahead, over everything, without focus until its user asks for it; it grows upwards from its
 * corner.
 *
 * X11 shows a window that can have no focus beside the window manager, over full screens too, and makes it so for good. For
 * writing there is therefore a second one with the same page, which takes the first one's place for as long as it has the keyboard.
 */
export class DesktopPopupWindow implements PopupWindow {
  readonly window: BrowserWindow
  readonly writingWindow: BrowserWindow | null
  readonly #place: PopupPlace
  #height = smallestHeight
  #isOpen = false
  #isWriting = false
  #stopFollowing: (() => void) | null = null

  constructor(preferences: WebPreferences, state: DocumentStore, platform: NodeJS.Platform) {
    this.#place = new PopupPlace(state)
    this.window = makeWindow(preferences, platform, false)
    this.writingWindow = platform === 'linux' ? makeWindow(preferences, platform, true) : null
    this.window.on('blur', () => this.window.setFocusable(false))
    screen.on('display-metrics-changed', () => this.#fit())
    screen.on('display-added', () => this.#fit())
    screen.on('display-removed', () => this.#fit())
  }

  /** Both pages are told everything; one of them is seen. */
  get windows(): readonly BrowserWindow[] {
    return this.writingWindow ? [this.window, this.writingWindow] : [this.window]
  }

  async load(url: string): Promise<void> {
    await Promise.all([this.window.loadURL(url), this.writingWindow?.loadURL(`${url}#writing`)])
  }

  show(): void {
    this.#isOpen = true
    this.#fit()
    if (!this.#isWriting) this.window.showInactive()
  }

  hide(): void {
    this.#isOpen = false
    this.#isWriting = false
    this.drag(null)
    for (const window of this.windows) window.hide()
  }

  fitHeight(heightPx: number): void {
    this.#height = Math.max(heightPx, smallestHeight)
    this.#fit()
  }

  takeFocus(): void {
    if (!this.#isOpen) return
    this.#isWriting = true
    if (this.writingWindow) {
      this.writingWindow.show()
      this.writingWindow.focus()
      this.window.hide()
    } else {
      this.window.setFocusable(true)
      this.window.show()
      this.window.focus()
    }
  }

  /** A window that hides gives the focus to the one that had it before. */
  giveFocusBack(): void {
    if (!this.#isWriting) return
    this.#isWriting = false
    const current = this.writingWindow ?? this.window
    current.hide()
    this.window.setFocusable(false)
    if (this.#isOpen) this.window.showInactive()
  }

  /** Puts it back in the bottom right corner, above the task bar. */
  resetPosition(): void {
    this.#place.reset()
    this.#fit()
  }

  drag(grip: Point | null): void {
    this.#stopFollowing?.()
    if (this.#stopFollowing) this.#place.keep()
    this.#stopFollowing = null
    if (grip === null) return
    const zoom = this.window.webContents.getZoomFactor()
    const held = { x: Math.round(grip.x * zoom), y: Math.round(grip.y * zoom) }
    this.#stopFollowing = followPointer(({ x, y }) => {
      const { width, height } = this.window.getBounds()
      this.#place.moveTo({ x: x - held.x, y: y - held.y, width, height })
      this.#fit()
    })
  }

  #fit(): void {
    // The page counts in its own pixels, which the user's zoom makes larger.
    const zoom = this.window.webContents.getZoomFactor()
    const bounds: Rectangle = this.#place.boundsOf({
      width: Math.round(windowWidth * zoom),
      height: Math.ceil(this.#height * zoom)
    })
    for (const window of this.windows) window.setBounds(bounds)
  }
}

function makeWindow(
  preferences: WebPreferences,
  platform: NodeJS.Platform,
  isFocusable: boolean
): BrowserWindow {
  const window = new BrowserWindow({
    width: windowWidth,
    height: smallestHeight,
    show: false,
    frame: false,
    transparent: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    focusable: isFocusable,
    skipTaskbar: true,
    hasShadow: false,
    // A panel floats over another app's full screen without bringing this app to the front.
    ...(platform === 'darwin' && { type: 'panel' }),
    webPreferences: preferences
  })
  window.setAlwaysOnTop(true, 'screen-saver')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  // Whoever shares a screen does not share who calls.
  window.setContentProtection(true)
  // Closed by a window manager it would be gone for good.
  window.on('close', (event) => {
    event.preventDefault()
    window.hide()
  })
  return window
}
