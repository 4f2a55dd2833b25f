import type { MessageState } from '../../../../shared/domain/message.ts'
import type { Clock } from '../../ports.ts'
import type { ScheduledRecord } from '../message-record.ts'

/** What this run knows of scheduled messages beside the ledger, which may be a moment behind, or not to be written to. */
export type ScheduleMemory = ReturnType<typeof createScheduleMemory>

export function createScheduleMemory(clock: Clock) {
  const underway = new Set<string>()
  const withdrawn = new Set<string>()
  const held = new Map<string, string>()
  const ends = new Map<string, { readonly state: MessageState; readonly atMs: number }>()
  const againAtMs = new Map<string, number>()
  const stopsKnownAtMs = new Map<string, number>()

  return {
    /** What was due before that missed its time. */
    openedAtMs: clock.nowMs(),
    /** It left, or was taken away: whatever was decided before of its row is out of date. */
    isGone: (id: string): boolean => underway.has(id) || ends.has(id) || withdrawn.has(id),
    isWanted: (id: string): boolean => !withdrawn.has(id),
    isUnderway: (id: string): boolean => underway.has(id),
    isHeld: (id: string): boolean => held.has(id),
    endOf: (id: string): MessageState | null => ends.get(id)?.state ?? null,
    stopKnownAtMs: (id: string): number | null => stopsKnownAtMs.get(id) ?? null,
    /** The ledger's records as they are by what is known here. */
    corrected: (records: readonly ScheduledRecord[]): readonly ScheduledRecord[] =>
      records
        .filter(({ id }) => !ends.has(id))
        .map((record) => ({ ...record, heldBecause: held.get(record.id) ?? record.heldBecause })),
    /** Since when, or from when on, nothing but this app itself keeps it back. */
    readyAtMs: ({ id, dueAtMs, afterId }: ScheduledRecord): number =>
      Math.max(dueAtMs, againAtMs.get(id) ?? 0, ends.get(afterId ?? '')?.atMs ?? 0),

    /** The user wants it to go out, whatever was before. */
    wanted(id: string, stopKnownAtMs: number | null): void {
      withdrawn.delete(id)
      held.delete(id)
      againAtMs.delete(id)
      if (stopKnownAtMs !== null) stopsKnownAtMs.set(id, stopKnownAtMs)
    },
    withdraw: (id: string): void => void withdrawn.add(id),
    keep: (id: string): void => void withdrawn.delete(id),
    begin: (id: string): void => void underway.add(id),
    pause: (id: string): void => void underway.delete(id),
    hold(id: string, because: string): void {
      underway.delete(id)
      held.set(id, because)
    },
    tryAgainAt(id: string, atMs: number): void {
      underway.delete(id)
      againAtMs.set(id, atMs)
    },
    end(id: string, state: MessageState): void {
      underway.delete(id)
      ends.set(id, { state, atMs: clock.nowMs() })
    }
  }
}
