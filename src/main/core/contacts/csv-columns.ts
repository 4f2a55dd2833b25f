import type { ImportField, ImportPreview } from '../../../shared/domain/contact.ts'
import { cleanText, shortText } from '../imports/index.ts'
import type { Translate } from '../translate.ts'
import { guessByCells, guessColumns, isWithoutTitles } from './guess-columns.ts'
import type { ImportRow } from './import-row.ts'

const maxColumns = 200
const maxExampleLength = 100

/** How the rows of a CSV file become contacts. */
export interface CsvColumns {
  readonly shown: ImportPreview['columns']
  readonly hasTitles: boolean
  readRow(cells: readonly string[], row: number): ImportRow
}

/** Takes the columns for what their titles say, where those say nothing for what stands in them, or for what the user says. */
export function createCsvColumns(
  rows: readonly (readonly string[])[],
  chosen: readonly ImportField[] | null,
  t: Translate
): CsvColumns {
  const firstRows = rows.map((row) => row.slice(0, maxColumns))
  const [first = []] = firstRows
  const hasTitles = !isWithoutTitles(first)
  const samples = hasTitles ? firstRows.slice(1) : firstRows
  const width = Math.max(0, ...firstRows.map((row) => row.length))
  const titles = Array.from({ length: width }, (_, index) =>
    hasTitles ? shortText(cleanText(first[index] ?? '')) : t('contacts.import.column', { number: index + 1 })
  )
  const fields = titles.map((_, index) => (chosen === null ? undefined : (chosen[index] ?? 'ignored')))
  const guessed = chosen === null ? guess(titles, hasTitles, samples) : []
  const fieldAt = (index: number): ImportField => fields[index] ?? guessed[index] ?? 'ignored'
  const labels = titles.map((title) => labelColumn(titles, title))

  function readRow(cells: readonly string[], row: number): ImportRow {
    const clean = cells.slice(0, maxColumns).map(cleanText)
    const all = (field: ImportField): readonly string[] =>
      clean.filter((cell, index) => cell !== '' && fieldAt(index) === field)
    const parts = [...all('first-name'), ...all('last-name')].join(' ')
    const numbers = clean.flatMap((cell, index) =>
      fieldAt(index) === 'number' ? numbersOf(cell, labelOf(clean, index)) : []
    )
    return {
      row,
      text: shortText(clean.filter((cell) => cell !== '').join(', ')),
      name: all('name')[0] ?? parts,
      company: all('company')[0] ?? null,
      numbers,
      problem: null
    }
  }

  function labelOf(cells: readonly string[], index: number): string | null {
    const label = cells[labels[index] ?? -1] ?? (hasTitles ? titles[index] : '') ?? ''
    return label === '' ? null : label.replace(/^\* /, '')
  }

  return {
    shown: titles.map((title, index) => ({
      title,
      field: fieldAt(index),
      example:
        samples
          .map((row) => cleanText(row[index] ?? '').slice(0, maxExampleLength))
          .find((cell) => cell !== '') ?? ''
    })),
    hasTitles,
    readRow
  }
}

function guess(
  titles: readonly string[],
  hasTitles: boolean,
  samples: readonly (readonly string[])[]
): readonly ImportField[] {
  const byTitle = guessColumns(hasTitles ? titles : titles.map(() => ''))
  const byCells = guessByCells(titles.length, samples)
  const hasNumber = byTitle.includes('number')
  const hasName = byTitle.some((field) => field === 'name' || field.endsWith('-name') || field === 'company')
  return byTitle.map((field, index) => {
    const other = byCells[index] ?? 'ignored'
    if (field !== 'ignored') return field
    return (other === 'number' && !hasNumber) || (other === 'name' && !hasName) ? other : field
  })
}

/** Google puts what kind of number it is beside it: "Phone 1 - Value" and "Phone 1 - Label", earlier "- Type". */
function labelColumn(titles: readonly string[], title: string): number {
  const [, prefix] = /^(.*) - Value$/.exec(title) ?? []
  return prefix === undefined
    ? -1
    : titles.findIndex((other) => other === `${prefix} - Label` || other === `${prefix} - Type`)
}

/** Google puts several numbers of one kind into one cell. */
const numbersOf = (cell: string, label: string | null): ImportRow['numbers'] =>
  cell
    .split(':::')
    .map((text) => ({ text: text.trim(), label }))
    .filter(({ text }) => text !== '')
