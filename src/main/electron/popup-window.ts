import { BrowserWindow, type Point, screen, type WebPreferences } from 'electron'
import type { DocumentStore, PopupWindow } from '../core/ports.ts'
import { bottomRightOf, boundsFrom, clampInto, shrunkBy } from './window-bounds.ts'
import { readWindowState, updateWindowState } from './window-state.ts'

const windowWidth = 360
const smallestHeight = 1
const margin = 12

/** The window of caller cards: made ahead, over everything, never with focus; it grows upwards from its corner. */
export class DesktopPopupWindow implements PopupWindow {
  readonly window: BrowserWindow
  readonly #state: DocumentStore
  #height = smallestHeight
  #movedTo: Point | null = null

  constructor(preferences: WebPreferences, state: DocumentStore) {
    this.#state = state
    this.window = new BrowserWindow({
      width: windowWidth,
      height: smallestHeight,
      show: false,
      frame: false,
      transparent: true,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      focusable: false,
      skipTaskbar: true,
      hasShadow: false,
      // A panel floats over another app's full screen without bringing this app to the front.
      ...(process.platform === 'darwin' && { type: 'panel' }),
      webPreferences: preferences
    })
    this.window.setAlwaysOnTop(true, 'screen-saver')
    this.window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
    // Whoever shares a screen does not share who calls.
    this.window.setContentProtection(true)
    this.window.on('will-move', (_event, bounds) => {
      this.#movedTo = bottomRightOf(bounds)
    })
    // Closed by a window manager it would be gone for good.
    this.window.on('close', (event) => {
      event.preventDefault()
      this.window.hide()
    })
    screen.on('display-metrics-changed', () => this.#place())
    screen.on('display-removed', () => this.#place())
  }

  show(): void {
    this.#place()
    this.window.showInactive()
  }

  hide(): void {
    this.window.hide()
    if (this.#movedTo === null) return
    const { popupCorners } = readWindowState(this.#state)
    updateWindowState(this.#state, {
      popupCorners: { ...popupCorners, [displaySet()]: this.#movedTo }
    })
    this.#movedTo = null
  }

  fitHeight(heightPx: number): void {
    this.#height = Math.max(heightPx, smallestHeight)
    this.#place()
  }

  /** Puts it back in the bottom right corner, above the task bar. */
  resetPosition(): void {
    this.#movedTo = null
    updateWindowState(this.#state, { popupCorners: {} })
    this.#place()
  }

  #place(): void {
    const corner = this.#movedTo ?? readWindowState(this.#state).popupCorners[displaySet()]
    const { workArea } = corner ? screen.getDisplayNearestPoint(corner) : screen.getPrimaryDisplay()
    const bounds = boundsFrom(corner ?? bottomRightOf(shrunkBy(margin, workArea)), {
      width: windowWidth,
      height: this.#height
    })
    this.window.setBounds(clampInto(bounds, workArea))
  }
}

/** Names the displays that are there now, so that undocking does not strand the pop-up where a display was. */
const displaySet = (): string =>
  screen
    .getAllDisplays()
    .map(({ bounds }) => `${bounds.width}x${bounds.height}@${bounds.x},${bounds.y}`)
    .toSorted()
    .join(' ')
