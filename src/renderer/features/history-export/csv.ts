import Papa from 'papaparse'
import { type Cell, type ExportRow, exportColumns } from './export-rows.ts'

/**
 * What a spreadsheet may take for a formula: a cell that begins with one of = + - @ (also in full width, as an East Asian
 * keyboard types them), a tab or a line break, also behind quotes, blanks and marks that are not seen. Papa Parse's own pattern
 * (5.7) misses blanks before and line breaks within: `=1` over two lines would pass.
 */
const formulaStart = /^["\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** The same behind what separates cells elsewhere: an Excel of a country that writes 1,5 splits lines at semicolons. */
const formulaWithin = /([;\t\r\n])(?=["\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠])/gu

/**
 * A cell that no spreadsheet computes. The apostrophe is what spreadsheets themselves write before a text that is to stay one;
 * a number of a person keeps every digit behind it and its plus (`'+15551234567`), where without it Excel would show a sum
 * or 1.55513E+10. Only texts can be formulas: negative numbers stay numbers.
 */
export function guardCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const within = cell.replace(formulaWithin, "$1'")
  return formulaStart.test(within) ? `'${within}` : within
}

/**
 * The same for a file that is read again: only its first character counts, and what is written before it is taken away again by
 * whoever reads it. Anything guarded within would come back as another text.
 */
export const guardStart = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell

/** Excel takes a file without it for one in the encoding of its own system. */
export const byteOrderMark = '\uFEFF'
const lineEnd = '\r\n'

export const csvHeader = (): string => csvOf([exportColumns])

/** Lines as CSV (RFC 4180), each with its end; nothing for none. */
export const csvLines = (rows: readonly ExportRow[]): string =>
  csvOf(rows.map((row) => exportColumns.map((column) => row[column])))

/** Rows of cells as CSV, each cell guarded. */
export function csvOf(rows: readonly (readonly Cell[])[], guard = guardCell): string {
  if (rows.length === 0) return ''
  return (
    Papa.unparse(
      rows.map((row) => row.map(guard)),
      { newline: lineEnd }
    ) + lineEnd
  )
}
