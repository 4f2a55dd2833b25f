import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvHeader, csvLines, guardCell } from '../../../../../src/renderer/features/history-export/csv.ts'
import {
  type ExportRow,
  exportColumns,
  exportRows
} from '../../../../../src/renderer/features/history-export/export-rows.ts'
import { call } from '../../../../fakes/sample-records.ts'

const row = (change: Partial<ExportRow>): ExportRow => {
  const [one] = exportRows({ calls: [call()], gaps: [], next: null }, 'UTC')
  if (!one) throw new Error('No row')
  return { ...one, ...change }
}

/** How a spreadsheet reads a file: cells split at its own separator. */
const cellsOf = (csv: string, delimiter: string): readonly string[] =>
  Papa.parse<string[]>(csv, { delimiter }).data.flat()

// A sign, then what computes: a lone minus before a digit too, since a text never is a number.
const isFormula = (cell: string): boolean => /^[\s"\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell)
const looksLikeFormula = (cell: string): boolean => /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell)

const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        ' ',
        ';',
        ',',
        '"',
        "'",
        '\u200b',
        '\uFEFF',
        '＝',
        'cmd'
      ),
      { maxLength: 8 }
    )
    .map((parts) => parts.join(''))
)

describe('a cell', () => {
  it.each([
    "=cmd|' /C calc'!A0",
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '=1\n+2',
    '＝1',
    '\u200b=1'
  ])('%j is kept from computing', (text) => {
    const guarded = guardCell(text)
    expect(guarded).not.toBe(text)
    expect(looksLikeFormula(String(guarded))).toBe(false)
  })

  it('with a number of a person keeps every digit and the plus', () => {
    expect(guardCell('+15551234567')).toBe("'+15551234567")
  })

  it.each(['Anna Meier', '1001', '2026-11-24T12:11:35-05:00', "O'Brien", 'a = b', '', 12, -5, true, null])(
    '%j stays as it is',
    (cell) => expect(guardCell(cell)).toBe(cell)
  )
})

describe('the CSV', () => {
  it('holds no formula in any cell, wherever it is split, and loses no line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: nasty, note: nasty, queue: nasty }), { maxLength: 5 }),
        (texts) => {
          const csv = csvHeader() + csvLines(texts.map(row))
          const lines = Papa.parse<string[]>(csv, { delimiter: ',', skipEmptyLines: true }).data
          expect(lines).toHaveLength(texts.length + 1)
          for (const line of lines) expect(line).toHaveLength(exportColumns.length)
          expect(cellsOf(csv, ',').filter(looksLikeFormula)).toEqual([])
          expect(cellsOf(csv, ';').filter(isFormula)).toEqual([])
          expect(cellsOf(csv, '\t').filter(isFormula)).toEqual([])
        }
      )
    )
  })

  it('gives back every text, but for the apostrophes', () => {
    const text = 'Said "yes", then\nhung up; 5 – 6 o’clock'
    const [, line] = Papa.parse<string[]>(csvHeader() + csvLines([row({ note: text })])).data
    expect(line?.[exportColumns.indexOf('note')]).toBe(text)
  })
})
