import type { Presence } from '../../../shared/domain/presence.ts'
import type { Attention } from '../ports.ts'

const usualMs = { 'with-calls': 4_000, 'online-only': 30_000 } as const
/** How many times longer it may be old where nobody looks, where the battery is to last, where the screen is locked. */
const unseen = 4
const onBattery = 2
const locked = 15

export interface Situation {
  readonly detail: Exclude<Presence['detail'], 'none'>
  readonly attention: Attention
  /** Whether a call of mine rings or runs: then it is looked at, whatever is on the screen. */
  readonly isCallRunning: boolean
}

/** How long to wait between two readings, in milliseconds, where nothing else stands against it. */
export function paceOf({ detail, attention, isCallRunning }: Situation): number {
  const usual = usualMs[detail]
  if (isCallRunning) return usual
  if (attention.isLocked) return usual * locked
  if (attention.isSeen) return usual
  return usual * unseen * (attention.isOnBattery ? onBattery : 1)
}
