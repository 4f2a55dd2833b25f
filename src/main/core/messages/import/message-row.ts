/** What a message in a file says of itself, as it stands there; nothing of it is sure. */
export interface MessageRow {
  /** Counts from 1, as a person would. */
  readonly row: number
  /** What stands there, to recognise it by. */
  readonly text: string
  readonly fields: unknown
  /** Why it cannot be read at all, in the user's words. */
  readonly problem: string | null
}

/** A few rows of a file; `problem` is why it is not read any further. */
export interface MessageRows {
  readonly rows: readonly MessageRow[]
  readonly problem: string | null
}

export interface MessageFile {
  readonly fileName: string
  readonly text: string
}
