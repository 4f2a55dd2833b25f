import { cleanText, readCsv, shortText } from '../../imports/index.ts'
import type { Translate } from '../../translate.ts'
import type { MessageFile, MessageRow, MessageRows } from './message-row.ts'

/** The columns that are taken of a file that this app writes; `name` and `message_id` are there for its reader. */
const columns = ['time', 'line', 'number', 'direction', 'state', 'body'] as const
type Column = (typeof columns)[number]

const nothing: readonly MessageRow[] = []
const sliceSize = 50
/** What a spreadsheet would take for a formula is written after an apostrophe. */
const guarded = /^'(?=[=+\-@\t\r])/

/** Reads a table of messages a few rows at a time, so that whoever does it can let others go first in between. */
export function* readMessageCsv({ text }: MessageFile, t: Translate): Generator<MessageRows> {
  let places: ReadonlyMap<Column, number> | null = null
  let width = 0
  let row = 0
  for (const slice of readCsv(text)) {
    if (slice.problem !== null) return yield { rows: nothing, problem: t('messages.import.rowTooLong') }
    for (let from = 0; from < slice.rows.length; from += sliceSize) {
      const rows: MessageRow[] = []
      for (const cells of slice.rows.slice(from, from + sliceSize)) {
        row += 1
        if (cells.every((cell) => cell === '')) continue
        if (places !== null) {
          rows.push(
            readRow(cells, row, places, cells.length === width ? null : t('messages.import.wrongCells'))
          )
          continue
        }
        places = placesOf(cells)
        width = cells.length
        const missing = columns.find((column) => !places?.has(column))
        if (missing !== undefined)
          return yield { rows: nothing, problem: t('messages.import.noColumn', { column: missing }) }
      }
      yield { rows, problem: null }
    }
  }
}

const placesOf = (titles: readonly string[]): ReadonlyMap<Column, number> =>
  new Map(
    columns
      .map((column) => [column, titles.findIndex((title) => title.trim().toLowerCase() === column)] as const)
      .filter(([, place]) => place !== -1)
  )

function readRow(
  cells: readonly string[],
  row: number,
  places: ReadonlyMap<Column, number>,
  problem: string | null
): MessageRow {
  const cell = (column: Column): string => (cells[places.get(column) ?? -1] ?? '').replace(guarded, '')
  return {
    row,
    text: shortText(cleanText(cells.filter((it) => it !== '').join(', '))),
    fields: {
      time: cell('time'),
      line: cell('line'),
      number: cell('number'),
      direction: cell('direction'),
      state: cell('state'),
      body: cell('body')
    },
    problem
  }
}
