import { type Point, type Rectangle, type Size, screen } from 'electron'
import type { DocumentStore } from '../core/ports.ts'
import { bottomRightOf, boundsFrom, clampInto, shrunkBy } from './window-bounds.ts'
import { readWindowState, updateWindowState } from './window-state.ts'

const margin = 12

/** Where the pop-up's bottom right corner is: where its user put it, for each set of displays, else above the task bar. */
export class PopupPlace {
  readonly #state: DocumentStore
  #corners: Readonly<Record<string, Point>>

  constructor(state: DocumentStore) {
    this.#state = state
    this.#corners = readWindowState(state).popupCorners
  }

  /** The bounds of a pop-up of that size, all of it on a display that is there. */
  boundsOf(size: Size): Rectangle {
    return placeIn(this.#corners[displaySet()] ?? null, size)
  }

  /** `bounds` become its place, moved so that they lie on the display they are nearest to. */
  moveTo(bounds: Rectangle): void {
    const { workArea } = screen.getDisplayMatching(bounds)
    this.#corners = { ...this.#corners, [displaySet()]: bottomRightOf(clampInto(bounds, workArea)) }
  }

  /** Writes down where it was moved to. */
  keep(): void {
    updateWindowState(this.#state, { popupCorners: this.#corners })
  }

  reset(): void {
    this.#corners = {}
    this.keep()
  }
}

function placeIn(corner: Point | null, size: Size): Rectangle {
  // The corner's own pixel is the first outside: beside another display it would belong to that one.
  const { workArea } = corner
    ? screen.getDisplayNearestPoint({ x: corner.x - 1, y: corner.y - 1 })
    : screen.getPrimaryDisplay()
  return clampInto(boundsFrom(corner ?? bottomRightOf(shrunkBy(margin, workArea)), size), workArea)
}

/** Names the displays that are there now, so that undocking does not strand the pop-up where a display was. */
const displaySet = (): string =>
  screen
    .getAllDisplays()
    .map(({ bounds }) => `${bounds.width}x${bounds.height}@${bounds.x},${bounds.y}`)
    .toSorted()
    .join(' ')
