import { type Call, isOver } from '../../shared/domain/call.ts'
import type { Gap } from '../../shared/domain/gap.ts'

/** One row of the history: a call, or a time in which nothing could be heard. */
export type HistoryRow =
  | { readonly kind: 'call'; readonly id: string; readonly atMs: number; readonly call: Call }
  | { readonly kind: 'gap'; readonly id: string; readonly atMs: number; readonly gap: Gap }

/** Where a row stands: the history is ordered by it, the greatest first, as the ledger orders its pages. */
export interface RowKey {
  readonly atMs: number
  readonly id: string
}

/** Negative where `one` stands before `other`. */
export const compareRows = (one: RowKey, other: RowKey): number =>
  other.atMs - one.atMs || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0)

/**
 * The rows of the history: first the calls that go on, then the rest, each newest first. A row is found by its id through a
 * map and its place by halving, so that nothing here walks through all rows; what a change moves in memory is pointers.
 */
export class HistoryRows {
  readonly #byId = new Map<string, HistoryRow>()
  readonly #running: HistoryRow[] = []
  readonly #past: HistoryRow[] = []

  get length(): number {
    return this.#running.length + this.#past.length
  }

  at(index: number): HistoryRow | undefined {
    return this.#running[index] ?? this.#past[index - this.#running.length]
  }

  get(id: string): HistoryRow | undefined {
    return this.#byId.get(id)
  }

  /** -1 for a row that is not there. */
  indexOf(id: string): number {
    const row = this.#byId.get(id)
    if (!row) return -1
    const list = this.#listOf(row)
    return placeIn(list, row) + (list === this.#past ? this.#running.length : 0)
  }

  /** Puts a row in its place, instead of the one that has its id. */
  put(row: HistoryRow): void {
    const known = this.#byId.get(row.id)
    this.#byId.set(row.id, row)
    const list = this.#listOf(row)
    if (known && this.#listOf(known) === list && compareRows(known, row) === 0) {
      list[placeIn(list, row)] = row
      return
    }
    if (known) this.#takeOut(known)
    const last = list.at(-1)
    if (!last || compareRows(last, row) < 0) list.push(row)
    else list.splice(placeIn(list, row), 0, row)
  }

  /** Whether it was there. */
  remove(id: string): boolean {
    const row = this.#byId.get(id)
    if (!row) return false
    this.#byId.delete(id)
    this.#takeOut(row)
    return true
  }

  #takeOut(row: HistoryRow): void {
    const list = this.#listOf(row)
    list.splice(placeIn(list, row), 1)
  }

  #listOf(row: HistoryRow): HistoryRow[] {
    return row.kind === 'call' && !isOver(row.call.state) ? this.#running : this.#past
  }
}

/** The index of the first row that stands at `key` or behind it. */
function placeIn(list: readonly HistoryRow[], key: RowKey): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = list[middle]
    if (row && compareRows(row, key) < 0) low = middle + 1
    else high = middle
  }
  return low
}

export const callRow = (call: Call): HistoryRow => ({
  kind: 'call',
  id: call.id,
  atMs: call.startedAtMs,
  call
})

/** A gap stands where it began, and has no id but that. */
export const gapRow = (gap: Gap): HistoryRow => ({
  kind: 'gap',
  id: `gap ${gap.fromMs}`,
  atMs: gap.fromMs,
  gap
})
