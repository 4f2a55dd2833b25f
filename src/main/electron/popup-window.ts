import { type BrowserWindow, type Point, type Rectangle, screen } from 'electron'
import type { DocumentStore, PopupWindow } from '../core/ports.ts'
import { floatingWindow } from './floating-window.ts'
import { followPointer } from './follow-pointer.ts'
import { MadeAheadWindow } from './made-ahead-window.ts'
import type { PageWindows } from './page-windows.ts'
import { PopupPlace } from './popup-place.ts'

const windowWidth = 360
const smallestHeight = 1
const url = 'app://v360/popup.html'

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
  readonly #reading: MadeAheadWindow
  readonly #writing: MadeAheadWindow | null
  readonly #place: PopupPlace
  #height = smallestHeight
  #isOpen = false
  #isWriting = false
  #stopFollowing: (() => void) | null = null

  constructor(pages: PageWindows, state: DocumentStore, platform: NodeJS.Platform) {
    this.#place = new PopupPlace(state)
    this.#reading = new MadeAheadWindow(() => {
      const window = makeWindow(pages, platform, false)
      window.on('blur', () => window.setFocusable(false))
      return window
    }, url)
    this.#writing =
      platform === 'linux'
        ? new MadeAheadWindow(() => makeWindow(pages, platform, true), `${url}#writing`)
        : null
    screen.on('display-metrics-changed', () => this.#fit())
    screen.on('display-added', () => this.#fit())
    screen.on('display-removed', () => this.#fit())
  }

  async makeAhead(): Promise<void> {
    await Promise.all([this.#reading.makeAhead(), this.#writing?.makeAhead()])
  }

  show(): void {
    this.#isOpen = true
    const { window } = this.#reading
    this.#fit()
    if (!this.#isWriting) window.showInactive()
  }

  hide(): void {
    this.#isOpen = false
    this.#isWriting = false
    this.drag(null)
    for (const window of this.#made) window.hide()
  }

  fitHeight(heightPx: number): void {
    this.#height = Math.max(heightPx, smallestHeight)
    this.#fit()
  }

  takeFocus(): void {
    if (!this.#isOpen) return
    this.#isWriting = true
    if (this.#writing === null) this.#reading.window.setFocusable(true)
    const { window } = this.#writing ?? this.#reading
    this.#fit()
    window.show()
    window.focus()
    if (this.#writing !== null) this.#reading.window.hide()
  }

  /** A window that hides gives the focus to the one that had it before. */
  giveFocusBack(): void {
    if (!this.#isWriting) return
    this.#isWriting = false
    const { window } = this.#reading
    const current = this.#writing?.window ?? window
    current.hide()
    window.setFocusable(false)
    if (this.#isOpen) window.showInactive()
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
    const { window } = this.#reading
    const zoom = window.webContents.getZoomFactor()
    const held = { x: Math.round(grip.x * zoom), y: Math.round(grip.y * zoom) }
    this.#stopFollowing = followPointer(({ x, y }) => {
      const { width, height } = window.getBounds()
      this.#place.moveTo({ x: x - held.x, y: y - held.y, width, height })
      this.#fit()
    })
  }

  get #made(): readonly BrowserWindow[] {
    return [this.#reading.made, this.#writing?.made ?? null].filter((window) => window !== null)
  }

  #fit(): void {
    const [window] = this.#made
    if (!window) return
    // The page counts in its own pixels, which the user's zoom makes larger.
    const zoom = window.webContents.getZoomFactor()
    const bounds: Rectangle = this.#place.boundsOf({
      width: Math.round(windowWidth * zoom),
      height: Math.ceil(this.#height * zoom)
    })
    for (const made of this.#made) made.setBounds(bounds)
  }
}

function makeWindow(pages: PageWindows, platform: NodeJS.Platform, isFocusable: boolean): BrowserWindow {
  const window = pages.make({
    ...floatingWindow(platform),
    width: windowWidth,
    height: smallestHeight,
    focusable: isFocusable
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
