import type { TextKey } from '../../translate.ts'
import type { ScheduledRecord } from '../message-record.ts'

/** By how much a message may be late, of a computer that is slow or wakes up, and still be the one that was meant. */
export const lateAfterMs = 60_000

/** What became of the part before: `none` where there is none. */
export type PartBefore = 'none' | 'waiting' | 'held' | 'accepted' | 'refused' | 'unknown' | 'gone'

/** What is to be done with a waiting message now; `hold` says why it needs the user's word. */
export type ScheduleStep =
  | { readonly kind: 'wait' }
  | { readonly kind: 'send' }
  | { readonly kind: 'hold'; readonly because: Extract<TextKey, `messages.held.${string}`> }

interface Situation {
  readonly nowMs: number
  /** When the app was opened: what was due before that missed its time. */
  readonly openedAtMs: number
  readonly before: PartBefore
  /** Since when nothing but the app itself keeps it back. */
  readonly readyAtMs: number
}

const wait: ScheduleStep = { kind: 'wait' }
const hold = (because: Extract<TextKey, `messages.held.${string}`>): ScheduleStep => ({
  kind: 'hold',
  because
})

export function scheduleStep(record: ScheduledRecord, situation: Situation): ScheduleStep {
  const { nowMs, openedAtMs, before, readyAtMs } = situation
  if (record.heldBecause !== null || record.dueAtMs > nowMs) return wait
  switch (before) {
    case 'waiting':
      return wait
    case 'held':
      return hold('messages.held.partBeforeHeld')
    case 'refused':
      return hold('messages.held.partBeforeRefused')
    case 'unknown':
      return hold('messages.held.partBeforeUnknown')
    case 'gone':
      return hold('messages.held.partBeforeGone')
    case 'none':
    case 'accepted':
      if (record.dueAtMs < openedAtMs) return hold('messages.held.appWasClosed')
      if (readyAtMs > nowMs) return wait
      return nowMs - readyAtMs > lateAfterMs ? hold('messages.held.late') : { kind: 'send' }
  }
}

/** A message and the parts that follow it, in their order. */
export function chainFrom(id: string, records: readonly ScheduledRecord[]): readonly ScheduledRecord[] {
  const first = records.find((record) => record.id === id)
  const chain = first === undefined ? [] : [first]
  for (let last: string | undefined = id; last !== undefined; ) {
    const before: string = last
    const next = records.find(({ afterId }) => afterId === before)
    if (next !== undefined) chain.push(next)
    last = next?.id
  }
  return chain
}
