import type { Point, Rectangle, Size } from 'electron'

/** Moves and, where it must, shrinks `bounds` so that all of it lies in `area`. */
export function clampInto(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width)
  const height = Math.min(bounds.height, area.height)
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height
  }
}

/** The corner that stays where it is when a window in the bottom right grows. */
export const bottomRightOf = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width, y: y + height })

export const boundsFrom = (bottomRight: Point, { width, height }: Size): Rectangle => ({
  x: bottomRight.x - width,
  y: bottomRight.y - height,
  width,
  height
})

export const shrunkBy = (margin: number, { x, y, width, height }: Rectangle): Rectangle => ({
  x: x + margin,
  y: y + margin,
  width: width - 2 * margin,
  height: height - 2 * margin
})

/** Centred from left to right, a third from the top. */
export const upperMiddle = (area: Rectangle, { width, height }: Size): Rectangle => ({
  x: Math.round(area.x + (area.width - width) / 2),
  y: Math.round(area.y + area.height / 3),
  width,
  height
})

const clamp = (value: number, lowest: number, highest: number) => Math.max(lowest, Math.min(value, highest))
