/** The newest entries of something that goes on for days; each has a number of its own. */
export interface BoundedLog<T> {
  add(entry: T): void
  /** Newest first. */
  list(): readonly (T & { readonly id: number })[]
}

export function createBoundedLog<T extends object>(capacity: number): BoundedLog<T> {
  const kept: (T & { readonly id: number })[] = []
  let count = 0
  return {
    add(entry) {
      kept[count % capacity] = { ...entry, id: count }
      count += 1
    },
    list: () => kept.toSorted((one, other) => other.id - one.id)
  }
}
