import type { QueueSample } from '../../../shared/domain/queue.ts'

type Counted = 'agentsAvailable' | 'activeCalls'

const width = 60
const height = 20
const hourMs = 3_600_000
/** So that a line at its highest or lowest is not cut in half. */
const margin = 1

export const largest = (samples: readonly QueueSample[], counted: Counted): number =>
  samples.reduce((most, sample) => Math.max(most, sample[counted]), 0)

/** A line in steps through an hour that ends now, 60 wide and 20 high; where nothing is known of there is none. */
export function hourPath(
  samples: readonly QueueSample[],
  counted: Counted,
  top: number,
  nowMs: number
): string {
  const x = (atMs: number) => round(Math.min(width, Math.max(0, width - ((nowMs - atMs) / hourMs) * width)))
  const y = (value: number) => round(height - margin - (value / top) * (height - 2 * margin))
  const [first, ...rest] = samples
  if (first === undefined) return ''
  const steps = rest.map((sample) => `H${x(sample.atMs)}V${y(sample[counted])}`)
  return `M${x(first.atMs)} ${y(first[counted])}${steps.join('')}H${width}`
}

const round = (value: number): number => Math.round(value * 100) / 100
