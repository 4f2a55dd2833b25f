import type { Clock, EventLedger } from '../ports.ts'
import type { Hearing } from './way.ts'

const everyMs = 30_000

interface Dependencies {
  readonly ledger: Pick<EventLedger, 'recordListening' | 'recordCaughtUp' | 'endListening'>
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
  let latest: Hearing = { kind: 'unsettled' }
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
    const heard = latest
    if (heard.kind !== 'hearing' && heard.kind !== 'caught-up') return
    write(async () => {
      await writeEnds()
      const isAfterGap = await (heard.kind === 'hearing'
        ? ledger.recordListening(atMs)
        : ledger.recordCaughtUp(atMs, heard.lost))
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
    follow(hearing: Hearing): void {
      const lostBefore = lostUntilMs(latest)
      latest = hearing
      const nowMs = clock.nowMs()
      const hears = hearing.kind === 'hearing' || hearing.kind === 'caught-up'
      if (hears && (sinceMs === null || lostUntilMs(hearing) > lostBefore)) {
        sinceMs ??= nowMs
        cancelNext()
        record()
      }
      if (hearing.kind === 'deaf' && sinceMs !== null) {
        cancelNext()
        const { reason, heardUntilMs } = hearing
        const atMs = Math.min(nowMs, Math.max(heardUntilMs ?? nowMs, sinceMs))
        sinceMs = null
        write(() => {
          owed = [...owed, { atMs, reason }]
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

/** Until when it has lost what there was; `-Infinity` where it has lost nothing. */
const lostUntilMs = (hearing: Hearing): number =>
  hearing.kind === 'caught-up' && hearing.lost !== null ? hearing.lost.untilMs : -Infinity
