import { type CallDirection, type CallState, isOver } from '../../../shared/domain/call.ts'
import { kindOfAddress } from '../numbers/index.ts'
import type { CallFact, CallStory } from './call-record.ts'
import { compareFacts } from './compare-facts.ts'

type Kind = CallFact['kind']

/**
 * The call that a set of facts tells of. Neither their order nor a repetition matters: what ends a call wins over what opens
 * it, so a late "ringing" never opens it again, and USER_HANGUP with CALL_ENDED is one end. What was seen counts only
 * where nothing was told. `facts` holds at least one.
 */
export function deriveCall(id: string, facts: readonly CallFact[]): CallStory {
  const known = facts.filter(({ about }) => about === null).toSorted(compareFacts)
  const told = known.filter(({ kind }) => kind !== 'seen')
  const story = told.length === 0 ? known : told
  const ofKind = (...kinds: readonly Kind[]) => story.filter((fact) => kinds.includes(fact.kind))
  const openings = ofKind('placed', 'dialed', 'incoming')
  const answers = ofKind('answered')
  const ends = ofKind('ended', 'hung-up', 'queue-abandoned', 'queue-timed-out')
  // Whoever opened the call knows best who takes part.
  const tellers = [...openings, ...story]
  const kinds = new Set(story.map((fact) => fact.kind))
  const from = tell(tellers, 'from')
  const to = tell(tellers, 'to')
  const direction = directionOf(kinds, from, to)
  const toldState = stateOf(kinds, direction)
  const conclusion = isOver(toldState) ? null : conclusionOf(facts, story)
  const state = conclusion === null ? toldState : closedStateOf(toldState)
  const [other, line] = direction === 'inbound' ? [from, to] : [to, from]
  // After a transfer an incoming call is with whoever answered last.
  const agents = direction === 'inbound' ? ofKind('answered', 'seen').toReversed() : tellers
  const end = conclusion ?? ends.at(-1) ?? (state === 'missed' ? ofKind('queue-no-answer').at(-1) : undefined)
  return {
    id,
    direction,
    state,
    otherAddress: other ?? '',
    callerName: tell(tellers, 'callerName'),
    line: line !== null && kindOfAddress(line) === 'number' ? line : null,
    queueName: tell(tellers, 'queueName'),
    agentExtension:
      tell(agents, 'extension') ?? extensionOrNull(direction === 'inbound' ? tell(agents, 'to') : from),
    extensions: [...new Set(story.flatMap(extensionsIn))].toSorted(),
    dialId: tell(story, 'dialId'),
    // The id in the answer to our own dial need not be the one in webhooks.
    voice360Id: tell(
      told.filter(({ kind }) => kind !== 'placed'),
      'callId'
    ),
    startedAtMs: (openings[0] ?? story[0])?.atMs ?? 0,
    answeredAtMs: answers[0]?.atMs ?? null,
    endedAtMs: end?.atMs ?? null,
    isEndApproximate: conclusion !== null,
    isSeenOnly: told.length === 0
  }
}

/**
 * The earliest conclusion that the call is over, since its end was not told; none where something was told later than that: the
 * conclusion was wrong.
 */
function conclusionOf(facts: readonly CallFact[], story: readonly CallFact[]): CallFact | null {
  const toldUntilMs = Math.max(...story.map(({ atMs }) => atMs))
  const conclusions = facts.filter(({ about, atMs }) => about !== null && atMs >= toldUntilMs)
  return conclusions.toSorted(compareFacts)[0] ?? null
}

const closedStateOf = (state: CallState): CallState => (state === 'ringing' ? 'missed' : 'ended')

type TextField = Exclude<keyof CallFact, 'kind' | 'atMs' | 'source'>

/** What the first of the facts that says anything of it says. */
const tell = (facts: readonly CallFact[], field: TextField): string | null =>
  facts.find((fact) => fact[field] !== null)?.[field] ?? null

const isExtension = (address: string | null): boolean =>
  address !== null && kindOfAddress(address) === 'extension'

const extensionOrNull = (address: string | null): string | null => (isExtension(address) ? address : null)

const extensionsIn = ({ extension, from, to }: CallFact): readonly string[] =>
  [extension, extensionOrNull(from), extensionOrNull(to)].filter((address) => address !== null)

function directionOf(kinds: ReadonlySet<Kind>, from: string | null, to: string | null): CallDirection {
  const own = isExtension(to) ? 'internal' : 'outbound'
  if (kinds.has('placed')) return own
  if (kinds.has('incoming')) return 'inbound'
  if (kinds.has('dialed')) return own
  if (kinds.has('queue-no-answer') || kinds.has('queue-timed-out') || kinds.has('queue-abandoned'))
    return 'inbound'
  // USER_HANGUP "fires when an outbound call ends" (API document, "Call Events").
  return kinds.has('hung-up') || isExtension(from) ? own : 'inbound'
}

function stateOf(kinds: ReadonlySet<Kind>, direction: CallDirection): CallState {
  const isLeft = kinds.has('queue-abandoned') || kinds.has('queue-timed-out')
  const isClosed = kinds.has('ended') || kinds.has('hung-up')
  const isOwn = direction === 'outbound' || kinds.has('placed')
  // A channel does not tell ringing from talking: nobody is called by it, and nobody was missed.
  if (kinds.has('seen')) return 'answered'
  if (kinds.has('answered')) return isClosed || isLeft ? 'ended' : 'answered'
  if (kinds.has('queue-abandoned')) return 'abandoned'
  if (kinds.has('queue-timed-out')) return 'timed-out'
  if (kinds.has('queue-no-answer')) return 'missed'
  if (isClosed) return isOwn ? 'ended' : 'missed'
  return isOwn ? 'dialing' : 'ringing'
}
