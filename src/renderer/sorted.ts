/** A sorted copy, for a Chromium that is older than `toSorted`. */
export function sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  const copy = [...items]
  copy.sort(compare)
  return copy
}
