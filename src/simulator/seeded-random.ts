const alphanumerics = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** The one source of chance: the same seed gives the same sequence on every machine. */
export class SeededRandom {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A stream of its own, so that what one part draws does not shift what another part gets. */
  static forPurpose(seed: number, purpose: string): SeededRandom {
    let hash = 0x811c9dc5 ^ seed
    for (const character of purpose) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
    return new SeededRandom(hash)
  }

  /** At least 0, less than 1: mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** Both ends included. */
  integer(lowest: number, highest: number): number {
    return lowest + Math.floor(this.next() * (highest - lowest + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.integer(0, items.length - 1)] ?? items[0]
  }

  pickAny<T>(items: readonly T[]): T | undefined {
    return items[this.integer(0, items.length - 1)]
  }

  digits(length: number): string {
    return Array.from({ length }, () => this.integer(0, 9)).join('')
  }

  hex(length: number): string {
    return Array.from({ length }, () => this.integer(0, 15).toString(16)).join('')
  }

  alphanumeric(length: number): string {
    return Array.from({ length }, () => alphanumerics[this.integer(0, alphanumerics.length - 1)]).join('')
  }
}
