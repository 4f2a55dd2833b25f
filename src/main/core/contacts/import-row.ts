/** A row of a CSV file or a card, as far as the file itself goes; its numbers are still to be read. */
export interface ImportRow {
  /** Counts from 1, as a person would. */
  readonly row: number
  /** What stands there, to recognise it by. */
  readonly text: string
  readonly name: string
  readonly company: string | null
  readonly numbers: readonly { readonly text: string; readonly label: string | null }[]
  /** Why it cannot be read at all, in the user's words. */
  readonly problem: string | null
}

/** A row whose contact can be stored. */
export interface ImportCandidate {
  readonly row: number
  readonly text: string
  readonly name: string
  readonly company: string | null
  readonly numbers: readonly { readonly address: string; readonly label: string | null }[]
}
