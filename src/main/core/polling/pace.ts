import type { Attention } from '../ports.ts'

/** How many times longer it may be old where nobody looks, where the battery is to last, where the screen is locked. */
const unseen = 4
const onBattery = 2
const locked = 15

export interface Situation {
  /** How long to wait while the user looks, in milliseconds. */
  readonly usualMs: number
  readonly attention: Attention
  /** Whether a call of mine rings or runs: then it is looked at, whatever is on the screen. */
  readonly isCallRunning: boolean
}

/** How long to wait between two readings, in milliseconds, where nothing else stands against it. */
export function paceOf({ usualMs, attention, isCallRunning }: Situation): number {
  if (isCallRunning) return usualMs
  if (attention.isLocked) return usualMs * locked
  if (attention.isSeen) return usualMs
  return usualMs * unseen * (attention.isOnBattery ? onBattery : 1)
}
