/** One card of a file, from its BEGIN to its END; `isComplete` is false where another begins or the file ends before. */
export interface CardText {
  readonly text: string
  readonly isComplete: boolean
}

/** Splits a file into its cards without reading them, so that a broken one spoils no other. What stands between is left out. */
export function* splitVcards(text: string): Generator<CardText> {
  const marks = text.matchAll(/^[ \t\ufeff]*(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*\r?$/gim)
  let begin: number | null = null
  for (const mark of marks) {
    const isBegin = mark[1]?.toUpperCase() === 'BEGIN'
    if (begin !== null)
      yield isBegin
        ? { text: text.slice(begin, mark.index), isComplete: false }
        : { text: text.slice(begin, mark.index + mark[0].length), isComplete: true }
    begin = isBegin ? mark.index : null
  }
  if (begin !== null) yield { text: text.slice(begin), isComplete: false }
}
