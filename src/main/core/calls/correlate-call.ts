import { kindOfAddress } from '../numbers/index.ts'
import type { CallFact } from './call-record.ts'
import { compareFacts } from './compare-facts.ts'

export interface KnownFacts {
  readonly facts: readonly CallFact[]
}

const secondMs = 1_000
const minuteMs = 60 * secondMs
export const longestCallMs = 4 * 60 * minuteMs
/** Events of one call are stamped by one clock; what comes late or is rounded still belongs to it. */
export const eventGraceMs = 10 * secondMs
/** Our own dial is stamped by this machine's clock, and the colleague's phone rings before the number is dialed. */
export const dialGraceMs = 2 * minuteMs

/** How far before and after a fact the calls began to which it can belong. */
export const correlationSpan = { beforeMs: longestCallMs, afterMs: longestCallMs }

/**
 * The call that a fact belongs to: the one that says the same already, or has Voice360's id, else the nearest in time with the
 * same numbers or extension. The API does not say that the `call_id` of its answer to our dial is the id in webhooks, so a
 * dial is also found that way.
 */
export function correlateCall<Known extends KnownFacts>(
  fact: CallFact,
  known: readonly Known[]
): Known | null {
  const { callId, about } = fact
  if (about !== null) return known.find((call) => call.facts.some(({ source }) => source === about)) ?? null
  const same = known.find((call) =>
    call.facts.some((other) => (callId !== null && other.callId === callId) || isSameFact(other, fact))
  )
  if (same !== undefined) return same
  const near = known
    .filter((call) => canTakeId(call, fact) && canTakeKind(call, fact) && hasSameParties(call, fact))
    .toSorted((one, other) => distanceMs(one, fact) - distanceMs(other, fact))
  return near[0] ?? null
}

/** Whether it is what another fact already says: a second delivery that its event's key did not give away. */
const isSameFact = (one: CallFact, other: CallFact): boolean => compareFacts(one, other) === 0

const beganAtMs = (call: KnownFacts): number => Math.min(...call.facts.map((fact) => fact.atMs))
const distanceMs = (call: KnownFacts, fact: CallFact): number => Math.abs(beganAtMs(call) - fact.atMs)
const has = (call: KnownFacts, ...kinds: readonly CallFact['kind'][]): boolean =>
  call.facts.some((fact) => kinds.includes(fact.kind))

/** A call with one id from webhooks takes no other; the id of our own dial may be of another sort. */
const canTakeId = (call: KnownFacts, fact: CallFact): boolean =>
  fact.callId === null ||
  fact.kind === 'placed' ||
  call.facts.every((other) => other.callId === null || other.kind === 'placed')

function canTakeKind(call: KnownFacts, fact: CallFact): boolean {
  const beganMs = beganAtMs(call)
  const isDialed = has(call, 'placed')
  const graceMs = isDialed ? dialGraceMs : eventGraceMs
  switch (fact.kind) {
    case 'placed':
      if (has(call, 'placed', 'incoming') || fact.atMs > endedAtMs(call) + eventGraceMs) return false
      return Math.abs(beganMs - fact.atMs) <= dialGraceMs
    case 'dialed':
      if (has(call, 'dialed', 'incoming')) return false
      return isDialed ? distanceMs(call, fact) <= dialGraceMs : fact.atMs <= beganMs + eventGraceMs
    case 'incoming':
      return !has(call, 'placed', 'dialed', 'incoming') && fact.atMs <= beganMs + eventGraceMs
    case 'answered':
    case 'hung-up':
    case 'ended':
    case 'queue-no-answer':
    case 'queue-timed-out':
    case 'queue-abandoned':
    case 'seen':
    case 'gone':
    case 'expired':
      return beganMs <= fact.atMs + graceMs && fact.atMs <= endedAtMs(call) + eventGraceMs
  }
}

function endedAtMs(call: KnownFacts): number {
  const ends = call.facts.filter((fact) => fact.kind === 'ended' || fact.kind === 'hung-up')
  return ends.length === 0 ? Infinity : Math.max(...ends.map((fact) => fact.atMs))
}

/**
 * Numbers in the same role must not differ, and one must be the same; where either side names none, an extension must be.
 * Two dials are the same only from the same extension, and to the same number or extension.
 */
function hasSameParties(call: KnownFacts, fact: CallFact): boolean {
  const facts = [fact]
  const agreement = [
    agree(fromNumbers(call.facts), fromNumbers(facts)),
    agree(toNumbers(call.facts), toNumbers(facts))
  ]
  if (agreement.includes('differ')) return false
  const extensions = agree(extensionsOf(call.facts), extensionsOf(facts))
  if (isDial(fact)) {
    if (agree(diallers(call.facts), diallers(facts)) === 'differ') return false
    if (agree(dialled(call.facts), dialled(facts)) === 'differ') return false
  }
  return agreement.includes('same') || extensions === 'same'
}

type Agreement = 'same' | 'differ' | 'unknown'

function agree(known: readonly string[], told: readonly string[]): Agreement {
  if (known.length === 0 || told.length === 0) return 'unknown'
  return told.some((address) => known.includes(address)) ? 'same' : 'differ'
}

const ofKind = (kind: string, addresses: readonly (string | null)[]): readonly string[] =>
  addresses.filter((address) => address !== null).filter((address) => kindOfAddress(address) === kind)

// The caller id that we asked for need not be the one that was shown.
const fromNumbers = (facts: readonly CallFact[]): readonly string[] =>
  ofKind(
    'number',
    facts.map((fact) => (fact.kind === 'placed' ? null : fact.from))
  )
const toNumbers = (facts: readonly CallFact[]): readonly string[] =>
  ofKind(
    'number',
    facts.map((fact) => fact.to)
  )
const isDial = ({ kind }: CallFact): boolean => kind === 'placed' || kind === 'dialed'
// The phone that dials may be rung first.
const dialled = (facts: readonly CallFact[]): readonly string[] =>
  facts.filter(isDial).flatMap(({ to, extension }) => (to === null || to === extension ? [] : [to]))
export const diallers = (facts: readonly CallFact[]): readonly string[] =>
  ofKind(
    'extension',
    facts.flatMap((fact) => [fact.extension, fact.from])
  )
export const extensionsOf = (facts: readonly CallFact[]): readonly string[] =>
  ofKind(
    'extension',
    facts.flatMap((fact) => [fact.extension, fact.from, fact.to])
  )
