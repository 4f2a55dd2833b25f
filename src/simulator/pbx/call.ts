import type { TimerScope } from '../clock.ts'
import type { EventMetadata } from './event.ts'
import type { Queue } from './office-plan.ts'

export const callOutcomes = ['answered', 'missed', 'abandoned', 'timeout', 'no_answer'] as const

export type CallOutcome = (typeof callOutcomes)[number]

type CallState = 'initiating' | 'waiting' | 'ringing' | 'dialing' | 'answered' | 'ended'

/** How a call goes when nobody interferes; a call without one rings until it is told otherwise. */
export interface CallPlan {
  readonly outcome: CallOutcome
  readonly answerAfterMs: number
  readonly answeredBy?: string | undefined
  /** After the answer; for a call that nobody answers, after it began to ring. */
  readonly endAfterMs: number
}

interface Leg {
  readonly role: 'caller' | 'callee'
  readonly sinceMs: number
}

/** A call while it lives; only the switchboard changes it. */
export interface Call {
  readonly id: string
  /** The id in webhooks: another one only under the fault `outbound_call_ids: "different"`. */
  readonly eventCallId: string
  readonly direction: 'inbound' | 'outbound' | 'internal'
  /** E.164, an extension, or "anonymous". */
  readonly from: string
  readonly to: string
  readonly callerName: string | null
  readonly queue: Queue | null
  readonly startedAtMs: number
  readonly plan: CallPlan | null
  /** The phones of the office that take part, by extension. */
  readonly legs: Map<string, Leg>
  readonly timers: TimerScope
  state: CallState
  /** The extension concerned: who called, who was called, who answered. */
  extension: string | null
  outcome: CallOutcome | null
  answeredAtMs: number | null
  endedAtMs: number | null
}

/** A call as `/availability` shows it on one phone. */
export interface Channel {
  readonly to: string
  readonly from: string
  readonly call_seconds: number
  readonly direction: 'inbound' | 'outbound'
}

export function channelOn(call: Call, extension: string, nowMs: number): Channel | undefined {
  const leg = call.legs.get(extension)
  if (leg === undefined) return undefined
  const call_seconds = Math.floor((nowMs - leg.sinceMs) / 1000)
  return leg.role === 'caller'
    ? { to: call.to, from: extension, call_seconds, direction: 'outbound' }
    : { to: extension, from: call.from, call_seconds, direction: 'inbound' }
}

export function ringingExtensions(call: Call): readonly string[] {
  if (call.state !== 'ringing') return []
  return [...call.legs].filter(([, leg]) => leg.role === 'callee').map(([extension]) => extension)
}

/** Whether the phone is taken by this call: one that only rings is not. */
export function occupies(call: Call, extension: string): boolean {
  const leg = call.legs.get(extension)
  return leg !== undefined && (leg.role === 'caller' || call.state === 'answered')
}

/** Seconds of talk; 0 for a call that nobody answered. */
export function talkSeconds(call: Call): number {
  if (call.answeredAtMs === null || call.endedAtMs === null) return 0
  return Math.round((call.endedAtMs - call.answeredAtMs) / 1000)
}

export function eventMetadata(call: Call): EventMetadata {
  return {
    call_id: call.eventCallId,
    from_number: call.from,
    to_number: call.to,
    direction: call.direction,
    ...(call.extension !== null && { extension: call.extension }),
    ...(call.callerName !== null && { caller_name: call.callerName }),
    ...(call.queue !== null && { queue_id: call.queue.pk, queue_name: call.queue.queueName })
  }
}
