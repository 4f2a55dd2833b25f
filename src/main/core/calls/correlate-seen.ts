import { isOver } from '../../../shared/domain/call.ts'
import type { CallFact } from './call-record.ts'
import { dialGraceMs, eventGraceMs, type KnownFacts, longestCallMs } from './correlate-call.ts'
import { deriveCall } from './derive-call.ts'
import { hasSeenParties } from './seen-parties.ts'

interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/**
 * The call whose channel was seen: of those with the same people at the same time the one that began nearest to it. Null where
 * none can be it. Where that is in doubt it is that call: one call too few is the smaller harm than one call twice.
 *
 * @param conclusions what was concluded of the known calls and of what was seen, for when they were over
 */
export function correlateSeen<Known extends KnownFacts>(
  seen: CallFact,
  known: readonly Known[],
  conclusions: readonly CallFact[]
): Known | null {
  const channel = spanOf([seen], conclusions)
  const near = known
    .filter(({ facts }) => hasSeenParties(facts, seen))
    .map((call) => ({ call, span: spanOf(call.facts, conclusions) }))
    .filter(({ call, span }) => isAtOneTime(channel, span, hasOpening(call)))
    .toSorted((one, other) => distanceMs(one.span, channel) - distanceMs(other.span, channel))
  return near[0]?.call ?? null
}

const distanceMs = (one: Span, other: Span): number => Math.abs(one.fromMs - other.fromMs)

const openings: readonly CallFact['kind'][] = ['placed', 'dialed', 'incoming']
const hasOpening = ({ facts }: KnownFacts): boolean => facts.some(({ kind }) => openings.includes(kind))

/** A channel's start is reckoned by this machine's clock; and it may be there before the number is dialed. */
const isAtOneTime = (channel: Span, call: Span, isBeginKnown: boolean): boolean =>
  channel.fromMs <= call.toMs + eventGraceMs &&
  call.fromMs <= channel.toMs + eventGraceMs &&
  (!isBeginKnown || channel.fromMs >= call.fromMs - dialGraceMs)

/** From when to when a call was, as far as is known; one that is not over may go on for as long as a call can. */
function spanOf(facts: readonly CallFact[], conclusions: readonly CallFact[]): Span {
  const ofThese = conclusions.filter(({ about }) => facts.some(({ source }) => source === about))
  const { startedAtMs, state, endedAtMs } = deriveCall('', [...facts, ...ofThese])
  const lastMs = Math.max(endedAtMs ?? 0, ...facts.map(({ atMs }) => atMs))
  return { fromMs: startedAtMs, toMs: isOver(state) ? lastMs : startedAtMs + longestCallMs }
}
