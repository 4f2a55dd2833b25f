import { isUnreadable } from './storage-errors.ts'

/** Each read that fails is of a page that is damaged; so many are tried at most in one table. */
const mostFailures = 10_000

/**
 * The rows with numbers from `from` to `to` that can be read, of a table that is damaged somewhere: where reading on fails, the rest
 * is halved again and again until what is damaged is small. `select` yields rows by their number, upwards.
 */
export function* readableRows<Row>(
  select: (from: number, to: number) => Iterable<Row>,
  numberOf: (row: Row) => number
): Generator<Row> {
  const ranges = [{ from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER }]
  let failures = 0
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    let { from } = range
    const rows = select(from, range.to)[Symbol.iterator]()
    for (let row = nextOf(rows); row !== 'none'; row = nextOf(rows)) {
      if (row === 'damaged') {
        failures += 1
        if (failures > mostFailures) return
        if (from === range.to) break
        const middle = Math.floor(from / 2 + range.to / 2)
        ranges.push({ from: middle + 1, to: range.to }, { from, to: middle })
        break
      }
      from = numberOf(row.value) + 1
      yield row.value
      if (from > range.to) break
    }
    rows.return?.()
  }
}

function nextOf<Row>(rows: Iterator<Row>): { readonly value: Row } | 'none' | 'damaged' {
  try {
    const next = rows.next()
    return next.done === true ? 'none' : { value: next.value }
  } catch (error) {
    if (isUnreadable(error)) return 'damaged'
    throw error
  }
}
