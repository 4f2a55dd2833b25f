import Papa from 'papaparse'

/** Why a file is not read any further. */
export type CsvProblem = 'row-too-long'

export interface CsvSlice {
  readonly rows: readonly (readonly string[])[]
  readonly problem: CsvProblem | null
}

const sliceLength = 128 * 1_024
const maxRowLength = 1_024 * 1_024
const guessedFromLength = 64 * 1_024

/** The rows of a CSV file, a slice at a time; their delimiter and line ends are guessed from its beginning. */
export function* readCsv(text: string): Generator<CsvSlice> {
  const { delimiter, linebreak } = Papa.parse(text.slice(0, guessedFromLength), {
    preview: 20,
    skipEmptyLines: true
  }).meta
  let position = text.startsWith('\ufeff') ? 1 : 0
  let length = sliceLength
  while (position < text.length) {
    const isLast = position + length >= text.length
    const parser = new Papa.Parser({ delimiter, newline: newlineOf(linebreak) })
    const { data, meta }: { data: string[][]; meta: { cursor: number } } = parser.parse(
      text.slice(position, position + length),
      0,
      !isLast
    )
    if (data.length > 0 || isLast) {
      yield { rows: data, problem: null }
      position += isLast ? length : meta.cursor
      length = sliceLength
    } else if (length >= maxRowLength) {
      // A quote that is never closed makes one row of all that follows.
      return yield { rows: [], problem: 'row-too-long' }
    } else {
      length *= 2
    }
  }
}

const newlineOf = (linebreak: string): '\r' | '\n' | '\r\n' =>
  linebreak === '\r' || linebreak === '\r\n' ? linebreak : '\n'
