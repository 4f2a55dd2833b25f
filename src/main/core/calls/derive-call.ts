import type { CallDirection, CallState } from '../../../shared/domain/call.ts'
import { kindOfAddress } from '../numbers/index.ts'
import type { CallFact, CallRecord } from './call-record.ts'

type Kind = CallFact['kind']

/**
 * The call that a set of facts tells of. Neither their order nor a repetition matters: what ends a call wins over what opens
 * it, so a late "ringing" never opens it again, and USER_HANGUP with CALL_ENDED is one end. `facts` holds at least one.
 */
export function deriveCall(id: string, facts: readonly CallFact[]): CallRecord {
  const story = facts.toSorted(byTimeThenContent)
  const ofKind = (...kinds: readonly Kind[]) => story.filter(fact => kinds.includes(fact.kind))
  const openings = ofKind('placed', 'dialed', 'incoming')
  const answers = ofKind('answered')
  const ends = ofKind('ended', 'hung-up', 'queue-abandoned', 'queue-timed-out')
  // Whoever opened the call knows best who takes part.
  const tellers = [...openings, ...story]
  const direction = directionOf(tellers)
  const other = tell(tellers, direction === 'inbound' ? 'from' : 'to')
  const line = tell(tellers, direction === 'inbound' ? 'to' : 'from')
  const agentsOf = (agents: readonly CallFact[]) => agents.map(agentOf).find(agent => agent !== null) ?? null
  const state = stateOf(story, direction)
  const lastOfState = ends.length > 0 ? ends : state === 'missed' ? ofKind('queue-no-answer') : []
  return {
    id,
    direction,
    state,
    otherAddress: other ?? '',
    callerName: tell(tellers, 'callerName'),
    line: line !== null && kindOfAddress(line) === 'number' ? line : null,
    queueName: tell(tellers, 'queueName'),
    // After a transfer it is with whoever answered last.
    agentExtension: agentsOf(direction === 'inbound' ? answers.toReversed() : tellers),
    extensions: [...new Set(story.flatMap(extensionsIn))].toSorted(),
    dialId: tell(story, 'dialId'),
    startedAtMs: (openings[0] ?? story[0])?.atMs ?? 0,
    answeredAtMs: answers[0]?.atMs ?? null,
    endedAtMs: lastOfState.at(-1)?.atMs ?? null
  }
}
