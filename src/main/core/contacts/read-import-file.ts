import type { ImportField, ImportPreview } from '../../../shared/domain/contact.ts'
import { readCsv } from '../imports/index.ts'
import type { TextKey, Translate } from '../translate.ts'
import { type CsvColumns, createCsvColumns } from './csv-columns.ts'
import type { ImportRow } from './import-row.ts'
import { readVcard } from './read-vcard.ts'
import { splitVcards } from './split-vcards.ts'

export interface ImportFile {
  readonly fileName: string
  readonly text: string
  /** What the user takes the columns for; null leaves it to their titles. */
  readonly columns: readonly ImportField[] | null
}

/** A few rows of a file; the columns of a CSV file are known from the first ones on. */
export interface ImportSlice {
  readonly rows: readonly ImportRow[]
  readonly columns: ImportPreview['columns']
  /** Why it is not read any further. */
  readonly problem: Extract<TextKey, `contacts.import.${string}`> | null
}

const sliceSize = 50
const sampledRows = 50

export const formatOf = ({ fileName, text }: ImportFile): ImportPreview['format'] =>
  /\.(vcf|vcard)$/i.test(fileName) || /^\s*BEGIN:VCARD/i.test(text.slice(0, 1_000)) ? 'vcard' : 'csv'

/** Reads a file a few rows at a time, so that whoever does it can let others go first in between. */
export const readImportFile = (file: ImportFile, t: Translate): Generator<ImportSlice> =>
  formatOf(file) === 'vcard' ? readCards(file, t) : readTable(file, t)

function* readCards({ text }: ImportFile, t: Translate): Generator<ImportSlice> {
  let rows: ImportRow[] = []
  let row = 0
  for (const card of splitVcards(text)) {
    row += 1
    rows.push(readVcard(card, row, t))
    if (rows.length < sliceSize) continue
    yield { rows, columns: [], problem: null }
    rows = []
  }
  yield { rows, columns: [], problem: null }
}

function* readTable({ text, columns: chosen }: ImportFile, t: Translate): Generator<ImportSlice> {
  let columns: CsvColumns | null = null
  let row = 0
  for (const { rows, problem } of readCsv(text)) {
    if (problem !== null)
      return yield { rows: [], columns: columns?.shown ?? [], problem: 'contacts.import.rowTooLong' }
    columns ??= createCsvColumns(rows.slice(0, sampledRows), chosen, t)
    for (let from = 0; from < rows.length; from += sliceSize) {
      const read: ImportRow[] = []
      for (const cells of rows.slice(from, from + sliceSize)) {
        row += 1
        const isEmpty = cells.every((cell) => cell.trim() === '')
        if (!isEmpty && !(row === 1 && columns.hasTitles)) read.push(columns.readRow(cells, row))
      }
      yield { rows: read, columns: columns.shown, problem: null }
    }
  }
}
