import { type Call, type CallCursor, type CallFilter, noFilter } from '../../shared/domain/call.ts'
import type { HistoryPage } from '../../shared/domain/history.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { callPasses } from './call-passes.ts'
import { callRow, compareRows, gapRow, HistoryRows } from './history-rows.ts'

/** What a screen sees of the history; another object after each change, though its rows are the same list, changed. */
export interface HistoryView {
  readonly filter: CallFilter
  readonly rows: HistoryRows
  /** The filter that `rows` answer: an earlier one while `filter` is being asked, null before the first answer. */
  readonly answered: CallFilter | null
  readonly hasMore: boolean
  readonly error: Error | null
}

const callsPerPage = 200
/** How many rows are asked for again at once, and at most in all: whoever read further back reads on from there. */
const callsPerReload = 500
const longestReload = 5_000
const searchAgainMs = 250

/** A change told while an answer was on its way, which may be older than it: a call, or null for one that is gone. */
type Told = Map<string, Call | null>

/**
 * The calls that the current filter lets through, as far as they were read, newest first. Events change it in place; one costs
 * the same whether a hundred rows are loaded or a hundred thousand.
 */
export class HistoryStore {
  readonly #bridge: Bridge
  readonly #listeners = new Set<() => void>()
  #view = emptyView(noFilter)
  #next: CallCursor | null = null
  #isWanted = false
  #told: Told | null = null
  #reading = 0
  #searchTimer: ReturnType<typeof setTimeout> | undefined

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getView = (): HistoryView => this.#view

  /** Shows what `filter` lets through: what was shown stays until the answer is there. */
  show(filter: CallFilter): void {
    if (this.#isWanted && isSameFilter(filter, this.#view.filter)) return
    this.#isWanted = true
    this.#set({ filter, error: null })
    void this.#readFirst(0)
  }

  /** Asks for as much as is shown once more. */
  reload(): void {
    if (!this.#isWanted) return
    void this.#readFirst(Math.min(this.#view.rows.length, longestReload))
  }

  /** Another account's history, or none: nothing read before may stay. */
  reset(): void {
    this.#next = null
    this.#set(emptyView(this.#view.filter))
    this.reload()
  }

  /** Reads the next page, unless one is being read. */
  async readMore(): Promise<void> {
    if (this.#told || !this.#next) return
    await this.#read(async () => {
      const page = await this.#ask(this.#next, callsPerPage)
      return () => this.#append(this.#view.rows, page)
    })
  }

  putCall(call: Call): void {
    this.#told?.set(call.id, call)
    if (this.#apply(call)) this.#set({})
    if (this.#view.filter.text !== '' && this.#isWanted) this.#searchAgain()
  }

  removeCall(id: string): void {
    this.#told?.set(id, null)
    if (this.#view.rows.remove(id)) this.#set({})
  }

  callOf(id: string): Call | undefined {
    const row = this.#view.rows.get(id)
    return row?.kind === 'call' ? row.call : undefined
  }

  #apply(call: Call): boolean {
    const { filter, rows, answered } = this.#view
    if (answered !== filter) return false
    if (!callPasses(call, filter)) return rows.remove(call.id)
    const isKnown = rows.get(call.id) !== undefined
    // Behind the last page read it is not missing yet; and what a text finds, only the ledger knows.
    if (!isKnown && (filter.text !== '' || (this.#next && !isBefore(call, this.#next)))) return false
    rows.put(callRow(call))
    return true
  }

  #searchAgain(): void {
    clearTimeout(this.#searchTimer)
    this.#searchTimer = setTimeout(() => this.reload(), searchAgainMs)
  }

  async #readFirst(atLeast: number): Promise<void> {
    await this.#read(async (isCurrent) => {
      const limit = atLeast > callsPerPage ? callsPerReload : callsPerPage
      const pages = [await this.#ask(null, limit)]
      let count = pages[0]?.calls.length ?? 0
      for (let next = pages[0]?.next; next && count < atLeast && isCurrent(); next = pages.at(-1)?.next) {
        const page = await this.#ask(next, limit)
        pages.push(page)
        count += page.calls.length
      }
      return () => {
        const rows = new HistoryRows()
        for (const page of pages) this.#append(rows, page)
        this.#view = { ...this.#view, rows, answered: this.#view.filter }
      }
    })
  }

  #append(rows: HistoryRows, { calls, gaps, next }: HistoryPage): void {
    for (const call of calls) rows.put(callRow(call))
    // Between the few calls that a word finds, gaps would be most of what is seen.
    if (this.#view.filter.text === '' && this.#view.filter.outcome === null) {
      for (const gap of gaps) rows.put(gapRow(gap))
    }
    this.#next = next
  }

  /** Reads, unless something else is read before the answer is there, and applies what events told meanwhile. */
  async #read(ask: (isCurrent: () => boolean) => Promise<() => void>): Promise<void> {
    const reading = ++this.#reading
    const isCurrent = () => reading === this.#reading
    const told: Told = new Map()
    this.#told = told
    try {
      const apply = await ask(isCurrent)
      if (!isCurrent()) return
      apply()
      for (const [id, call] of told) {
        if (call) this.#apply(call)
        else this.#view.rows.remove(id)
      }
      this.#told = null
      this.#set({ hasMore: this.#next !== null, error: null })
    } catch (error) {
      if (!isCurrent()) return
      this.#told = null
      this.#set({ error: error instanceof Error ? error : new Error(String(error)) })
    }
  }

  #ask(after: CallCursor | null, limit: number): Promise<HistoryPage> {
    return this.#bridge.request('calls:list-calls', { filter: this.#view.filter, after, limit })
  }

  #set(change: Partial<HistoryView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}

const emptyView = (filter: CallFilter): HistoryView => ({
  filter,
  rows: new HistoryRows(),
  answered: null,
  hasMore: false,
  error: null
})

const isBefore = (call: Call, next: CallCursor): boolean =>
  compareRows({ atMs: call.startedAtMs, id: call.id }, { atMs: next.startedAtMs, id: next.id }) <= 0

function isSameFilter(one: CallFilter, other: CallFilter): boolean {
  return (
    one.isMissed === other.isMissed &&
    one.isMine === other.isMine &&
    one.queueName === other.queueName &&
    one.line === other.line &&
    one.outcome === other.outcome &&
    one.fromMs === other.fromMs &&
    one.toMs === other.toMs &&
    one.text === other.text
  )
}
