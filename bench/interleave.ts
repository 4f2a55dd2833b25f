interface Plan<Name extends string, Sample> {
  readonly tries: number
  /** One try of each variant; answers its samples. */
  readonly variants: Readonly<Record<Name, () => Promise<readonly Sample[]>>>
}

/** Runs the variants by turns, so that whatever else the machine does falls on all of them, and gathers each one's samples. */
export async function interleave<Name extends string, Sample = number>({
  tries,
  variants
}: Plan<Name, Sample>): Promise<Record<Name, Sample[]>> {
  const samples: Record<Name, Sample[]> = Object.create(null)
  for (const name in variants) samples[name] = []
  for (let round = 0; round < tries; round += 1) {
    for (const name in variants) samples[name].push(...(await variants[name]()))
  }
  return samples
}

/** The value below which `share` (0 to 1) of the samples lie; NaN without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)
