import type { Pulse } from './team-news.ts'

/** What came before a time of the relay's clock is lost, and why. */
export interface LostOfStream {
  readonly untilMs: number
  /**
   * `no-longer-kept`: the stream's retention took it. `not-yet-kept`: it was before the stream was made. `set-back`: it was in what the
   * stream lost when it went back.
   */
  readonly why: 'no-longer-kept' | 'not-yet-kept' | 'set-back'
}

/**
 * Until when what was stored is lost, as epoch milliseconds of the relay's clock, for somebody who has everything up to number
 * `position`; null where nothing is. What was lost before it was last heard is nobody's loss: the ledger looks at that.
 *
 * @param setBackAtMs when the stream was found to have gone back; null where it was not
 */
export function lostOfStream(
  position: number,
  pulse: Pick<Pulse, 'stream' | 'lastEventAtMs'>,
  setBackAtMs: number | null
): LostOfStream | null {
  const unkept = unkeptOfStream(position, pulse)
  if (setBackAtMs === null || (unkept !== null && unkept.untilMs > setBackAtMs)) return unkept
  return { untilMs: setBackAtMs, why: 'set-back' }
}

function unkeptOfStream(
  position: number,
  { stream, lastEventAtMs }: Pick<Pulse, 'stream' | 'lastEventAtMs'>
): LostOfStream | null {
  if (stream.firstSeq > position + 1) {
    const untilMs = stream.firstAtMs ?? lastEventAtMs
    if (untilMs !== null) return { untilMs, why: 'no-longer-kept' }
  }
  return position === 0 ? { untilMs: stream.createdAtMs, why: 'not-yet-kept' } : null
}
