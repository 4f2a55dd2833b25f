/** Remembers the newest entries and forgets the oldest, so that a simulator can run for days. */
export class BoundedLog<Entry> {
  readonly #capacity: number
  #entries: Entry[] = []

  constructor(capacity = 20_000) {
    this.#capacity = capacity
  }

  add(entry: Entry): void {
    this.#entries.push(entry)
    // Cut seldom: dropping one at a time would move the whole array for each entry.
    if (this.#entries.length >= this.#capacity * 2) this.#entries = this.#entries.slice(-this.#capacity)
  }

  all(): readonly Entry[] {
    return this.#entries.slice(-this.#capacity)
  }
}
