import { type EmojiGroup, emojiGroups } from './emoji-data.ts'

/** How many stand in one row. */
export const emojiColumns = 8

/** The groups with those emoji whose names hold every word of `text`; groups without any are left out. */
export function findEmoji(text: string): readonly EmojiGroup[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  return emojiGroups
    .map(({ id, emoji }) => ({
      id,
      emoji: emoji.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    }))
    .filter(({ emoji }) => emoji.length > 0)
}

/** The rows of a group, from left to right. */
export const rowsOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / emojiColumns) }, (_, row) =>
    items.slice(row * emojiColumns, (row + 1) * emojiColumns)
  )

export interface GridPlace {
  readonly row: number
  readonly column: number
}

/**
 * Where a key leads from `place` in rows of these lengths. Left and right go on in the next row, up and down stay at the edges; null
 * for a key that does not move.
 */
export function moveInGrid(lengths: readonly number[], place: GridPlace, key: string): GridPlace | null {
  const { row, column } = place
  const within = (toRow: number, toColumn: number): GridPlace => {
    const length = lengths[toRow]
    return length === undefined ? place : { row: toRow, column: Math.min(toColumn, length - 1) }
  }
  const lastColumn = (lengths[row] ?? 1) - 1
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? within(row, column - 1) : within(row - 1, emojiColumns)
    case 'ArrowRight':
      return column < lastColumn ? within(row, column + 1) : within(row + 1, 0)
    case 'ArrowUp':
      return within(row - 1, column)
    case 'ArrowDown':
      return within(row + 1, column)
    case 'Home':
      return within(row, 0)
    case 'End':
      return within(row, lastColumn)
    default:
      return null
  }
}
