import type { Reach } from '../../../shared/domain/reach.ts'
import type { Clock, EventLedger } from '../ports.ts'

const everyMs = 30_000

interface Dependencies {
  readonly ledger: Pick<EventLedger, 'recordListening' | 'endListening'>
  readonly clock: Clock
  /** Told after a time in which nothing could be heard. */
  readonly onGap: () => void
  readonly onFailure: (error: unknown) => void
}

/** Writes down, twice a minute, that the app hears, and when and why it no longer does; where nothing stands, it did not. */
export function createListeningRecord({ ledger, clock, onGap, onFailure }: Dependencies) {
  let cancelNext = (): void => undefined
  /** Since when it hears without a break; null while it does not. */
  let sinceMs: number | null = null
  /** Ends that are not on disk yet: what is recorded before them would hide a gap. */
  let owed: readonly { readonly atMs: number; readonly reason: string }[] = []
  let writing: Promise<void> = Promise.resolve()

  /** One after the other, in the order in which it happened. */
  function write(task: () => Promise<void>): void {
    writing = writing.then(task).catch(onFailure)
  }

  function record(): void {
    cancelNext = clock.schedule(everyMs, record)
    const atMs = clock.nowMs()
    write(async () => {
      await writeEnds()
      const isAfterGap = await ledger.recordListening(atMs)
      if (!isAfterGap) return
      if (sinceMs !== null) sinceMs = Math.max(sinceMs, atMs)
      onGap()
    })
  }

  async function writeEnds(): Promise<void> {
    for (const end of owed) {
      await ledger.endListening(end.atMs, end.reason)
      owed = owed.filter((other) => other !== end)
    }
  }

  return {
    /** `provedAtMs`: when it was last proved that webhooks get here; null where it never was. */
    follow({ state, reason }: Pick<Reach, 'state' | 'reason'>, provedAtMs: number | null): void {
      const nowMs = clock.nowMs()
      if (state !== 'deaf' && sinceMs === null) {
        sinceMs = nowMs
        record()
      }
      if (state === 'deaf' && sinceMs !== null) {
        cancelNext()
        const atMs = Math.min(nowMs, Math.max(provedAtMs ?? nowMs, sinceMs))
        sinceMs = null
        write(() => {
          owed = [...owed, { atMs, reason: reason ?? '' }]
          return writeEnds()
        })
      }
    },
    stop(): void {
      cancelNext()
      sinceMs = null
    }
  }
}
