/** So long a healthy replica of a stream may lag behind another. */
export const longestLagMs = 10_000

/** The newest number of a stream, and when it was asked for. */
interface SeenEnd {
  readonly seq: number
  readonly atMs: number
}

/**
 * What of a stream is here, in numbers. A message that came live says nothing of those before it, since one of another subject may have
 * been lost on its way; only reading does. Nor does the end of one filter say how far another is complete, since each may have been
 * answered by another replica: the newest number that was seen holds for all of them only when they are read again after the longest lag.
 */
export function createStreamProgress(filters: readonly string[], position: number) {
  const cursors = new Map(filters.map((filter) => [filter, position]))
  /** Numbers above the position. */
  const kept = new Set<number>()
  let floor = position
  let newest = position
  let seenEnds: readonly SeenEnd[] = []

  function raise(seq: number): void {
    if (seq <= floor) return
    floor = seq
    newest = Math.max(newest, seq)
    for (const each of kept) if (each <= floor) kept.delete(each)
  }

  return {
    /** Everything that fits, up to this number, is here. */
    position: (): number => floor,
    /** The highest number that is here. */
    newest: (): number => newest,
    /** Whether there is nothing left to do for this number. */
    isHere: (seq: number): boolean => seq <= floor || kept.has(seq),
    /** Up to which number all that fits a filter was read. */
    readTo: (filter: string): number => Math.max(floor, cursors.get(filter) ?? 0),
    keep(seq: number): void {
      if (seq <= floor) return
      kept.add(seq)
      newest = Math.max(newest, seq)
    },
    raise,
    /** Each filter was read to this number until now, by ends that were asked for at `askedAtMs` or later. */
    finish(ends: ReadonlyMap<string, number>, askedAtMs: number, nowMs: number): void {
      for (const [filter, seq] of ends) cursors.set(filter, Math.max(seq, cursors.get(filter) ?? 0))
      raise(Math.min(...cursors.values()))
      const isSettled = (end: SeenEnd): boolean => askedAtMs - end.atMs >= longestLagMs
      for (const { seq } of seenEnds.filter(isSettled)) raise(seq)
      seenEnds = [
        ...seenEnds.filter((end) => !isSettled(end)),
        { seq: Math.max(0, ...ends.values()), atMs: nowMs }
      ]
    }
  }
}

export type StreamProgress = ReturnType<typeof createStreamProgress>
