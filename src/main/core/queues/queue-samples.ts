import type { QueueSample } from '../../../shared/domain/queue.ts'

const keptMs = 3_600_000
const mostSamples = 240

/** `samples` with one more, where it tells anything new; without those that are too old to tell of the hour. */
export function withSample(samples: readonly QueueSample[], sample: QueueSample): readonly QueueSample[] {
  const last = samples.at(-1)
  const isNews =
    last === undefined ||
    last.agentsAvailable !== sample.agentsAvailable ||
    last.activeCalls !== sample.activeCalls
  // The last one before the hour began says how it began.
  const sinceMs = sample.atMs - keptMs
  const firstKept = Math.max(
    samples.findLastIndex(({ atMs }) => atMs <= sinceMs),
    samples.length - mostSamples + 1,
    0
  )
  if (!isNews && firstKept === 0) return samples
  const kept = samples.slice(firstKept)
  return isNews ? [...kept, sample] : kept
}
