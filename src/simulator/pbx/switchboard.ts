import type { EventName } from '../../shared/domain/event-name.ts'
import { BoundedLog } from '../bounded-log.ts'
import { type SimulatorClock, TimerScope } from '../clock.ts'
import type { SeededRandom } from '../seeded-random.ts'
import {
  type Call,
  type CallOutcome,
  type CallPlan,
  type Channel,
  channelOn,
  eventMetadata,
  occupies,
  ringingExtensions,
  talkSeconds
} from './call.ts'
import { type Directory, displayName } from './directory.ts'
import type { EmitEvent, EventMetadata } from './event.ts'
import type { Line, Queue, User } from './office-plan.ts'
import { agentsToRing } from './queue-strategy.ts'

export interface CallTimings {
  /** Until the agent's own phone rings after POST /call/outbound. */
  readonly initiateMs: number
  /** Until the agent then lifts the receiver, and the number is dialed. */
  readonly pickUpMs: number
  /** Until the other end answers. */
  readonly ringMs: number
  readonly talkMs: number
}

interface InboundCall {
  readonly from: string
  readonly line: Line
  readonly callerName: string | null
  readonly rings: { readonly user: User } | { readonly queue: Queue }
  readonly plan: CallPlan | null
}

interface DialedCall {
  readonly user: User
  /** A number outside, or an extension inside. */
  readonly to: string
  readonly plan: CallPlan | null
}

interface ClickToCall {
  readonly user: User
  readonly to: string
  readonly hasOwnEventId: boolean
}

export type CallCommandProblem = 'no_such_call' | 'not_ringing' | 'already_ended' | 'nobody_can_answer'

interface Dependencies {
  readonly clock: SimulatorClock
  readonly random: SeededRandom
  readonly directory: Directory
  readonly emit: EmitEvent
  readonly timings: CallTimings
}

type NewCall = Pick<Call, 'direction' | 'from' | 'to' | 'callerName' | 'queue' | 'plan' | 'extension'> & {
  readonly eventCallId?: string
}

const queueEvents: Readonly<Record<Exclude<CallOutcome, 'answered'>, EventName>> = {
  abandoned: 'QUEUE_HANGUP_ABANDONED',
  timeout: 'QUEUE_HANGUP_TIMEOUT',
  no_answer: 'QUEUE_NO_ANSWER',
  missed: 'QUEUE_NO_ANSWER'
}

/** The calls of the office, from the first ring to the end. */
export class Switchboard {
  readonly #clock: SimulatorClock
  readonly #random: SeededRandom
  readonly #directory: Directory
  readonly #emit: EmitEvent
  readonly #timings: CallTimings
  readonly #active = new Map<string, Call>()
  readonly #ended = new BoundedLog<Call>(2_000)
  readonly #answeredCalls = new Map<string, number>()
  readonly #lastRung = new Map<number, string>()

  constructor({ clock, random, directory, emit, timings }: Dependencies) {
    this.#clock = clock
    this.#random = random
    this.#directory = directory
    this.#emit = emit
    this.#timings = timings
  }

  calls(): readonly Call[] {
    return [...this.#ended.all(), ...this.#active.values()]
  }

  activeCalls(): readonly Call[] {
    return [...this.#active.values()]
  }

  channelsOf(extension: string): readonly Channel[] {
    return this.activeCalls().flatMap((call) => channelOn(call, extension, this.#clock.nowMs()) ?? [])
  }

  isBusy(extension: string): boolean {
    return this.activeCalls().some((call) => occupies(call, extension))
  }

  /** Somebody calls one of the account's numbers. */
  receive({ from, line, callerName, rings, plan }: InboundCall): Call {
    const queue = 'queue' in rings ? rings.queue : null
    const extension = 'user' in rings ? rings.user.extension : null
    const call = this.#begin({
      direction: 'inbound',
      from,
      to: line.number,
      callerName,
      queue,
      plan,
      extension
    })
    this.#announce(call, 'INCOMING_EXTERNAL_CALL')
    if (extension === null) this.#ringQueue(call)
    else this.#ring(call, [extension])
    this.#followPlan(call)
    return call
  }

  /** A colleague dials on the phone on the desk. */
  dial({ user, to, plan }: DialedCall): Call {
    const call = this.#beginFrom(user, to, plan)
    this.#joinCaller(call, user.extension)
    this.#dialOut(call)
    return call
  }

  /** POST /call/outbound: the colleague's own phone rings first. */
  clickToCall({ user, to, hasOwnEventId }: ClickToCall): Call {
    const { initiateMs, pickUpMs, ringMs, talkMs } = this.#timings
    const plan = { outcome: 'answered', answerAfterMs: ringMs, endAfterMs: talkMs } as const
    const call = this.#beginFrom(user, to, plan, hasOwnEventId ? this.#callId() : undefined)
    call.timers.schedule(initiateMs, () => {
      if (!this.#directory.isRegistered(user.extension)) return this.#end(call, 'no_answer')
      this.#joinCaller(call, user.extension)
      call.timers.schedule(pickUpMs, () => this.#dialOut(call))
    })
    return call
  }

  /** A colleague lifts the receiver; for an outbound call, the other end does. */
  answer(callId: string, extension?: string): CallCommandProblem | undefined {
    const call = this.#active.get(callId)
    if (call === undefined) return this.#hasEnded(callId) ? 'already_ended' : 'no_such_call'
    if (call.state === 'answered') return 'not_ringing'
    if (call.direction === 'outbound') {
      if (call.state !== 'dialing') return 'not_ringing'
      this.#connect(call)
      return undefined
    }
    if (call.state === 'initiating') return 'not_ringing'
    const candidates = extension === undefined ? ringingExtensions(call) : [extension]
    const answeredBy = candidates.find((candidate) => this.#canAnswer(candidate))
    if (answeredBy === undefined) return 'nobody_can_answer'
    this.#connect(call, answeredBy)
    return undefined
  }

  hangUp(callId: string, by: 'caller' | 'agent'): CallCommandProblem | undefined {
    const call = this.#active.get(callId)
    if (call === undefined) return this.#hasEnded(callId) ? 'already_ended' : 'no_such_call'
    const isAbandoned = call.queue !== null && by === 'caller'
    this.#end(call, isAbandoned ? 'abandoned' : unansweredOutcome(call))
    return undefined
  }

  #beginFrom(user: User, to: string, plan: CallPlan | null, eventCallId?: string): Call {
    const isInternal = this.#directory.user(to) !== undefined
    return this.#begin({
      direction: isInternal ? 'internal' : 'outbound',
      from: user.extension,
      to,
      callerName: isInternal ? displayName(user) : null,
      queue: null,
      plan,
      extension: user.extension,
      ...(eventCallId !== undefined && { eventCallId })
    })
  }

  #begin(facts: NewCall): Call {
    const id = this.#callId()
    const call: Call = {
      eventCallId: id,
      ...facts,
      id,
      startedAtMs: this.#clock.nowMs(),
      legs: new Map(),
      timers: new TimerScope(this.#clock),
      state: 'initiating',
      outcome: null,
      answeredAtMs: null,
      endedAtMs: null
    }
    this.#active.set(id, call)
    return call
  }

  #joinCaller(call: Call, extension: string): void {
    call.state = 'ringing'
    call.legs.set(extension, { role: 'caller', sinceMs: this.#clock.nowMs() })
  }

  #dialOut(call: Call): void {
    call.state = 'dialing'
    this.#announce(call, 'USER_DIAL')
    if (call.direction === 'internal') this.#ring(call, [call.to])
    this.#followPlan(call)
  }

  #ring(call: Call, extensions: readonly string[]): void {
    call.state = 'ringing'
    const leg = { role: 'callee', sinceMs: this.#clock.nowMs() } as const
    for (const extension of extensions) {
      if (this.#directory.isRegistered(extension)) call.legs.set(extension, leg)
    }
  }

  /** One attempt after the other, as the queue's `timeout` and `retry` say. */
  #ringQueue(call: Call): void {
    const queue = call.queue
    if (queue === null || call.state === 'answered') return
    const history = { answeredCalls: this.#answeredCalls, lastRung: this.#lastRung.get(queue.pk) }
    const agents = agentsToRing[queue.strategy](queue.memberExtensions, history, (extension) =>
      this.#isFree(extension)
    )
    const [firstAgent] = agents
    if (firstAgent !== undefined) {
      this.#lastRung.set(queue.pk, firstAgent)
      this.#ring(call, agents)
    }
    call.timers.schedule(queue.timeoutSeconds * 1000, () => {
      call.legs.clear()
      call.state = 'waiting'
      call.timers.schedule(queue.retrySeconds * 1000, () => this.#ringQueue(call))
    })
    if (firstAgent === undefined) call.state = 'waiting'
  }

  #followPlan(call: Call): void {
    const plan = call.plan
    if (plan === null) return
    if (plan.outcome !== 'answered') {
      call.timers.schedule(plan.endAfterMs, () => this.#end(call, plan.outcome))
      return
    }
    call.timers.schedule(plan.answerAfterMs, () => {
      const quickest = this.#random.pickAny(
        ringingExtensions(call).filter((extension) => this.#canAnswer(extension))
      )
      if (this.answer(call.id, plan.answeredBy ?? quickest) !== undefined)
        this.#end(call, unansweredOutcome(call))
    })
  }

  #connect(call: Call, answeredBy?: string): void {
    call.timers.cancelAll()
    call.state = 'answered'
    call.answeredAtMs = this.#clock.nowMs()
    if (answeredBy !== undefined) this.#handTo(call, answeredBy)
    this.#announce(call, 'USER_ANSWER', answeredBy === undefined ? {} : { extension: answeredBy })
    if (call.plan !== null) call.timers.schedule(call.plan.endAfterMs, () => this.#end(call, 'answered'))
  }

  #handTo(call: Call, answeredBy: string): void {
    const sinceMs = call.legs.get(answeredBy)?.sinceMs ?? this.#clock.nowMs()
    for (const [extension, leg] of call.legs) if (leg.role === 'callee') call.legs.delete(extension)
    call.legs.set(answeredBy, { role: 'callee', sinceMs })
    if (call.direction === 'inbound') call.extension = answeredBy
    if (call.queue !== null)
      this.#answeredCalls.set(answeredBy, (this.#answeredCalls.get(answeredBy) ?? 0) + 1)
    for (const other of this.#active.values()) {
      if (other.queue !== null && other.state === 'ringing') other.legs.delete(answeredBy)
    }
  }

  #end(call: Call, outcome: CallOutcome): void {
    call.timers.cancelAll()
    call.outcome = call.state === 'answered' ? 'answered' : outcome
    call.state = 'ended'
    call.endedAtMs = this.#clock.nowMs()
    call.legs.clear()
    this.#active.delete(call.id)
    this.#ended.add(call)
    const queueEvent = queueEventFor(call)
    if (queueEvent !== undefined) this.#announce(call, queueEvent)
    if (call.direction !== 'inbound') this.#announce(call, 'USER_HANGUP')
    this.#announce(call, 'CALL_ENDED', { duration: talkSeconds(call) })
  }

  #announce(call: Call, name: EventName, extra: EventMetadata = {}): void {
    this.#emit({ name, atMs: this.#clock.nowMs(), metadata: { ...eventMetadata(call), ...extra } })
  }

  #canAnswer(extension: string): boolean {
    return this.#directory.isRegistered(extension) && !this.isBusy(extension)
  }

  #isFree(extension: string): boolean {
    return (
      this.#directory.isRegistered(extension) && !this.activeCalls().some((call) => call.legs.has(extension))
    )
  }

  #hasEnded(callId: string): boolean {
    return this.#ended.all().some((call) => call.id === callId)
  }

  /** Shaped as the document's "c12345-67890-abcdef". */
  #callId(): string {
    return `c${this.#random.digits(5)}-${this.#random.digits(5)}-${this.#random.hex(6)}`
  }
}

function unansweredOutcome(call: Call): CallOutcome {
  return call.direction === 'inbound' && call.queue === null ? 'missed' : 'no_answer'
}

function queueEventFor({ queue, outcome }: Call): EventName | undefined {
  if (queue === null || outcome === null || outcome === 'answered') return undefined
  return queueEvents[outcome]
}
