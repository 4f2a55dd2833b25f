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

const maxTextLength = 200

/** A cell as one line without control characters; what it says is never anything but text. */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .trim()

/** The beginning of a text; a character of two UTF-16 units is not cut in half. */
export const shortText = (text: string): string =>
  text.slice(0, maxTextLength).replace(/[\ud800-\udbff]$/, '')
