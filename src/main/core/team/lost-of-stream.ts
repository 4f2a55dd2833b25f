import type { Pulse } from './team-news.ts'

/** What came before a time of the relay's clock is lost, and why. */
export interface LostOfStream {
  readonly untilMs: number
  /** `no-longer-kept`: the stream's retention took it. `not-yet-kept`: it was before the stream was made. */
  readonly why: 'no-longer-kept' | 'not-yet-kept'
}

/**
 * Until when what was stored is lost, as epoch milliseconds of the relay's clock, for somebody who has everything up to number
 * `position`; null where nothing is. What was lost before it was last heard is nobody's loss: the ledger looks at that.
 */
export function lostOfStream(
  position: number,
  { stream, lastEventAtMs }: Pick<Pulse, 'stream' | 'lastEventAtMs'>
): LostOfStream | null {
  if (stream.firstSeq > position + 1) {
    const untilMs = stream.firstAtMs ?? lastEventAtMs
    if (untilMs !== null) return { untilMs, why: 'no-longer-kept' }
  }
  return position === 0 ? { untilMs: stream.createdAtMs, why: 'not-yet-kept' } : null
}
